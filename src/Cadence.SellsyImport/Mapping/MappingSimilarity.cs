namespace Cadence.SellsyImport.Mapping;

/// <summary>A column with a heading similar to a field's, offered to the person and never applied automatically.</summary>
/// <param name="Field">The field that has no column yet.</param>
/// <param name="Column">The column that feeds no field yet.</param>
/// <param name="Score">How alike they are, from 0 to 1; 1 is never reached, because equal headings are applied.</param>
public sealed record MappingSimilarity(LeadField Field, ExportColumn Column, double Score);
