namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A column with three of its values.</summary>
internal sealed record ColumnView(int Index, string Heading, IReadOnlyList<string> Samples);
