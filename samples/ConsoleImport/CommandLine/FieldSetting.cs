namespace ConsoleImport.CommandLine;

/// <summary>A <c>FIELD=VALUE</c> of the command line: the value names a column for <c>--set</c>, and is the constant for <c>--const</c>.</summary>
internal sealed record FieldSetting(LeadField Field, string Value);
