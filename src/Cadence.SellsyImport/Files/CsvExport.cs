using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>An opened CSV export. Each reading has its own place in the file, so that one may stop where another starts.</summary>
internal sealed class CsvExport(SourceFile file, bool ownsFile) : IRecordExport
{
    /// <summary>With the room around it half a megabyte, as the pool has it.</summary>
    private const int WindowSize = (512 * 1024) - (2 * BlockHashes.BlockSize);

    /// <summary>For a few rows: a quarter of a block, so that mostly one is read.</summary>
    private const int SmallWindowSize = BlockHashes.BlockSize / 4;

    private const int SampleRows = 200;

    private ExportLayout? _layout;

    public string Name => file.Name;

    public long Length => file.Length;

    public RowPosition FirstRow => _layout!.FirstRow;

    public bool CanReadInParallel => file.CanReadInParallel;

    public ExportFormat Format { get; private set; } = null!;

    public ImmutableArray<ExportColumn> Columns { get; private set; } = [];

    public ImmutableArray<SellsyRow> Sample { get; private set; } = [];

    public async ValueTask OpenAsync(SellsyImportOptions options, KnownHeadings known, ReadingOverrides overrides, CancellationToken cancellationToken)
    {
        using var window = new SourceWindow(file, WindowSize);
        var found = await new ExportDetector(Name, options, known, overrides).DetectAsync(window, cancellationToken).ConfigureAwait(false);
        (Format, Columns) = (found.Format, found.Columns);
        _layout = found.Layout;
        Sample = await ReadSampleAsync(cancellationToken).ConfigureAwait(false);
        if (Sample.IsEmpty)
        {
            throw new SellsyImportException(ErrorCodes.FileWithoutRows, Name);
        }
    }

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, CancellationToken cancellationToken = default) =>
        ReadRowsAsync(columns, _layout!.FirstRow, cancellationToken);

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, RowPosition from, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return ReadRows(columns, from, taker: null, WindowSize, cancellationToken);
    }

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(
        ColumnSelection columns, RowPosition from, IRecordTaker taker, CancellationToken cancellationToken) =>
        ReadRows(columns, from, taker, WindowSize, cancellationToken);

    public IAsyncEnumerable<SellsyRow> ReadFewRowsAsync(
        ColumnSelection columns, RowPosition from, IRecordTaker taker, CancellationToken cancellationToken) =>
        ReadRows(columns, from, taker, SmallWindowSize, cancellationToken);

    public async ValueTask<long?> FindRowStartAsync(long offset, CancellationToken cancellationToken)
    {
        using var blocks = Blocks(WindowSize);
        var unit = offset - (offset % _layout!.Encoding.Encoding.UnitSize);
        var block = await blocks.ReadAsync(unit, atLeastBytes: 0, cancellationToken).ConfigureAwait(false);
        return PhysicalLine.FindStandingAlone(block.Text.Span, _layout) is >= 0 and var start ? block.SourceOffsetOf(start) : null;
    }

    public ValueTask DisposeAsync() => ownsFile ? file.DisposeAsync() : ValueTask.CompletedTask;

    private RowSequence ReadRows(
        ColumnSelection columns, RowPosition from, IRecordTaker? taker, int windowSize, CancellationToken cancellationToken)
    {
        return new RowSequence(Start, cancellationToken);

        RowEnumerator Start(CancellationTokenSource? linked, CancellationToken cancellation)
        {
            var layout = _layout!;
            // A reading with a record taker uses all cores already.
            var readsAhead = taker is null && layout.Encoding.Encoding == TextEncoding.Utf8 && CanReadInParallel && Environment.ProcessorCount > 1;
            var blocks = new ReadAheadBlocks(Blocks(windowSize), readsAhead ? Blocks(windowSize) : null);
            return new(blocks, new(blocks, layout, columns, from, taker), linked, cancellation);
        }
    }

    private BlockReader Blocks(int windowSize) => new(new(file, windowSize), _layout!.Encoding, _layout.MaxRecordBytes);

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
