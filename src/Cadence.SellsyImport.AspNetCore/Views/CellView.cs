namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A cell of a row.</summary>
internal sealed record CellView(int Column, string Heading, string Text, string? Original);
