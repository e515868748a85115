namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A part of the rows, and where the next one starts.</summary>
internal sealed record RowsView(IReadOnlyList<RowView> Rows, long? Next, long? Total);
