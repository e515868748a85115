namespace ConsoleImport.CommandLine;

/// <summary>An option: its name, what its value is called (none for a switch), the commands that take it, and whether it can be repeated.</summary>
internal sealed record OptionSpecification(string Name, string? Value, ConsoleCommand Commands, bool IsRepeatable = false);
