using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>Reads as the reader of the library does, but shows no records before their rows, as a reader of a host.</summary>
internal sealed class RowsOnlyReader(ISellsyCsvReader reader) : ISellsyCsvReader
{
    public async ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, CancellationToken cancellationToken = default) =>
        new RowsOnlyExport(await reader.OpenAsync(stream, name, cancellationToken));

    private sealed class RowsOnlyExport(ISellsyExport export) : ISellsyExport
    {
        public string Name => export.Name;

        public long Length => export.Length;

        public ExportFormat Format => export.Format;

        public ImmutableArray<ExportColumn> Columns => export.Columns;

        public ImmutableArray<SellsyRow> Sample => export.Sample;

        public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, CancellationToken cancellationToken = default) =>
            export.ReadRowsAsync(columns, cancellationToken);

        public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, RowPosition from, CancellationToken cancellationToken = default) =>
            export.ReadRowsAsync(columns, from, cancellationToken);

        public ValueTask DisposeAsync() => export.DisposeAsync();
    }
}
