namespace Cadence.SellsyImport;

/// <summary>A phone number of a lead.</summary>
/// <param name="Type">What the number reaches, according to its column.</param>
/// <param name="Text">The number as it stood in the file.</param>
/// <param name="E164">
/// The number in the international form of ITU-T E.164, such as <c>+33546778899</c>; null if the text is no number that this
/// library can read with certainty.
/// </param>
public sealed record LeadPhone(PhoneType Type, string Text, string? E164);
