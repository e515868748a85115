namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>A <c>FIELD=VALUE</c> of the command line: the value names a column for <c>--set</c>, and is the constant for <c>--const</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The column or the constant.</param>
/// <param name="IsFurther">Whether it is written <c>FIELD+=VALUE</c>: one more column of a list.</param>
internal sealed record FieldSetting(LeadField Field, string Value, bool IsFurther);
