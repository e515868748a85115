using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Reads rows, and converts them to short texts that can be compared.</summary>
internal static class Rows
{
    public static ColumnSelection AllColumns(ISellsyExport export) => new(export.Columns.Select(column => column.Index));

    public static async Task<List<SellsyRow>> ReadAsync(ISellsyExport export, ColumnSelection columns, RowPosition? from = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var rows = new List<SellsyRow>();
        await foreach (var row in from is { } place ? export.ReadRowsAsync(columns, place, cancellation) : export.ReadRowsAsync(columns, cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    public static string Text(SellsyRow row) => FormattableString.Invariant($"{row.Number} @{row.Lines}: {Values(row)}");

    public static string Values(SellsyRow row) => string.Join('|', row.Columns.Indexes.Select(index => row[index]));
}
