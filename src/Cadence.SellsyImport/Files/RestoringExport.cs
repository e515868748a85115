using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>A file of rejected rows that is imported again: the guards before its cells are removed.</summary>
internal sealed class RestoringExport(ISellsyExport guarded) : ISellsyExport
{
    public string Name => guarded.Name;

    public long Length => guarded.Length;

    public ExportFormat Format => guarded.Format;

    public ImmutableArray<ExportColumn> Columns => guarded.Columns;

    public ImmutableArray<SellsyRow> Sample { get; } = [.. guarded.Sample.Select(Restore)];

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, CancellationToken cancellationToken = default) =>
        guarded.ReadRowsAsync(columns, cancellationToken).Select(Restore);

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, RowPosition from, CancellationToken cancellationToken = default) =>
        guarded.ReadRowsAsync(columns, from, cancellationToken).Select(Restore);

    public ValueTask DisposeAsync() => guarded.DisposeAsync();

    private static SellsyRow Restore(SellsyRow row) =>
        new(row.Number, row.Lines, row.Columns, [.. row.Columns.Indexes.Select(column => FormulaGuard.Restore(row[column]))], row.Issues)
        {
            ByteOffset = row.ByteOffset,
            ByteLength = row.ByteLength,
            RawText = row.RawText,
            Start = row.Start,
        };
}
