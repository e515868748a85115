namespace Cadence.SellsyImport.Mapping;

/// <summary>What feeds a field as it stands in the JSON of a profile.</summary>
/// <param name="Column">The heading of its column.</param>
/// <param name="Occurrence">Which of the columns of this heading.</param>
/// <param name="Constant">The value of every row.</param>
/// <param name="Values">What single texts of the column mean.</param>
/// <param name="Further">The further columns of a list.</param>
internal sealed record ProfileFieldDocument(
    string? Column = null,
    int? Occurrence = null,
    string? Constant = null,
    Dictionary<string, string?>? Values = null,
    ProfileFieldDocument?[]? Further = null);
