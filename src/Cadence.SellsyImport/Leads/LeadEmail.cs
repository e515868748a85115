namespace Cadence.SellsyImport;

/// <summary>An e-mail address of a lead.</summary>
/// <param name="Type">The rank of the address: the first is the primary one.</param>
/// <param name="Address">The address, as it is spelt in the file.</param>
public sealed record LeadEmail(EmailType Type, string Address);
