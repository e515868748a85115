namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What was remarkable about the file.</summary>
internal sealed record FindingView(string Code, string Text, string Severity);
