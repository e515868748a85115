namespace Cadence.SellsyImport.Mapping;

/// <summary>What feeds a field as it stands in the JSON of a profile.</summary>
internal sealed record ProfileFieldDocument(string? Column = null, int? Occurrence = null, string? Constant = null);
