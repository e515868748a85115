using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Reading;

/// <summary>An opened CSV export. Each reading has its own place in the stream, so that one may stop where another starts.</summary>
internal sealed class CsvExport(Stream stream, bool ownsStream, string name) : ISellsyExport
{
    private const int WindowSize = 256 * 1024;
    private const int SampleRows = 200;

    private readonly long _origin = stream.Position;
    private ExportLayout? _layout;

    public string Name => name;

    public long Length { get; private set; }

    public ExportFormat Format { get; private set; } = null!;

    public ImmutableArray<ExportColumn> Columns { get; private set; } = [];

    public ImmutableArray<SellsyRow> Sample { get; private set; } = [];

    public async ValueTask OpenAsync(SellsyImportOptions options, KnownHeadings known, CancellationToken cancellationToken)
    {
        Length = stream.Length - _origin;
        using var window = new SourceWindow(stream, _origin, name, WindowSize);
        var found = await new ExportDetector(name, options, known).DetectAsync(window, cancellationToken).ConfigureAwait(false);
        (Format, Columns) = (found.Format, found.Columns);
        _layout = found.Layout;
        Sample = await ReadSampleAsync(cancellationToken).ConfigureAwait(false);
        if (Sample.IsEmpty)
        {
            throw new SellsyImportException(ErrorCodes.FileWithoutRows, name);
        }
    }

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, CancellationToken cancellationToken = default) =>
        ReadRowsAsync(columns, _layout!.FirstRow, cancellationToken);

    public async IAsyncEnumerable<SellsyRow> ReadRowsAsync(
        ColumnSelection columns, RowPosition from, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var layout = _layout!;
        var window = new SourceWindow(stream, _origin, name, WindowSize);
        using var blocks = new BlockReader(window, layout.Encoding, layout.MaxRecordBytes, Format.HasByteOrderMark);
        using var rows = new RowReader(blocks, layout, columns, from);
        while (true)
        {
            while (rows.Read() is { } row)
            {
                yield return row;
            }

            var (longRow, hasMore) = await rows.LoadAsync(cancellationToken).ConfigureAwait(false);
            if (longRow is not null)
            {
                yield return longRow;
            }

            if (!hasMore)
            {
                yield break;
            }
        }
    }

    public ValueTask DisposeAsync() => ownsStream ? stream.DisposeAsync() : ValueTask.CompletedTask;

    private async ValueTask<ImmutableArray<SellsyRow>> ReadSampleAsync(CancellationToken cancellationToken)
    {
        var all = new ColumnSelection(Enumerable.Range(0, Columns.Length));
        var sample = ImmutableArray.CreateBuilder<SellsyRow>();
        await foreach (var row in ReadRowsAsync(all, cancellationToken).ConfigureAwait(false))
        {
            sample.Add(row);
            if (sample.Count == SampleRows)
            {
                break;
            }
        }

        return sample.ToImmutable();
    }
}
