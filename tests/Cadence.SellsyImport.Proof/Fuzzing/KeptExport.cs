using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>An export over bytes in memory that stays open when a stage of the import is done with it.</summary>
internal sealed class KeptExport(ISellsyExport inner) : ISellsyExport
{
    public string Name => inner.Name;

    public long Length => inner.Length;

    public ExportFormat Format => inner.Format;

    public ImmutableArray<ExportColumn> Columns => inner.Columns;

    public ImmutableArray<SellsyRow> Sample => inner.Sample;

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, CancellationToken cancellationToken = default) =>
        inner.ReadRowsAsync(columns, cancellationToken);

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(
        ColumnSelection columns,
        RowPosition from,
        CancellationToken cancellationToken = default) => inner.ReadRowsAsync(columns, from, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
