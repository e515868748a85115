namespace Cadence.SellsyImport.Mapping;

/// <summary>A column whose heading is like a field's, offered to the person and never applied by itself.</summary>
/// <param name="Field">The field that has no column yet.</param>
/// <param name="Column">The column that feeds no field yet.</param>
/// <param name="Score">How alike they are, from 0 to 1; 1 is never reached, because equal headings are applied.</param>
public sealed record MappingSimilarity(LeadField Field, ExportColumn Column, double Score);
