namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Rows that have one reason in common.</summary>
internal sealed record CauseView(
    string Id, string Code, string Severity, string Title, string Text, string? Field, int? Column, string? Argument, long Rows, long FirstRow, string? Answer);
