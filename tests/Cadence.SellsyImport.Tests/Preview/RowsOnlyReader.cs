using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>Reads as the reader of the library does, but shows no records before their rows, as a reader of a host.</summary>
/// <param name="reader">The reader of the library.</param>
/// <param name="again">Changes the rows of a reading that starts at a place of the file; may be null.</param>
internal sealed class RowsOnlyReader(ISellsyCsvReader reader, Func<IAsyncEnumerable<SellsyRow>, IAsyncEnumerable<SellsyRow>>? again = null) : ISellsyCsvReader
{
    public async ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, CancellationToken cancellationToken = default) =>
        new RowsOnlyExport(await reader.OpenAsync(stream, name, cancellationToken), again ?? (rows => rows));

    private sealed class RowsOnlyExport(ISellsyExport export, Func<IAsyncEnumerable<SellsyRow>, IAsyncEnumerable<SellsyRow>> again) : ISellsyExport
    {
        public string Name => export.Name;

        public long Length => export.Length;

        public ExportFormat Format => export.Format;

        public ImmutableArray<ExportColumn> Columns => export.Columns;

        public ImmutableArray<SellsyRow> Sample => export.Sample;

        public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, CancellationToken cancellationToken = default) =>
            export.ReadRowsAsync(columns, cancellationToken);

        public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, RowPosition from, CancellationToken cancellationToken = default) =>
            again(export.ReadRowsAsync(columns, from, cancellationToken));

        public ValueTask DisposeAsync() => export.DisposeAsync();
    }
}
