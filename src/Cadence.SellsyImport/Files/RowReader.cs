using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Reads rows from blocks of whole lines. If the end of a block cuts a record, the next block starts with that record. If a quote damages a
/// record, reading restarts at the next line.
/// </summary>
internal sealed partial class RowReader : IDisposable
{
    private const int LongestRawText = 4096;
    private const int FewBytes = 2048;
    private const long FewBytesMore = 16;
    private const long GrowthOfLongRecord = 8;

    private readonly ReadAheadBlocks _blocks;
    private readonly ExportLayout _layout;
    private readonly ColumnSelection _columns;
    private readonly IRecordTaker? _taker;
    private readonly RecordInspector _inspector;
    private readonly SplitRowDetector? _cutRows;
    private readonly ShortRowDetector? _shortRows;
    private readonly SwallowedLines _swallowed;
    private readonly CsvReaderOptions _options;
    private readonly CsvReaderOptions _longRecordOptions;
    private readonly string[] _noValues;
    private readonly ValuePool[] _pools;
    private readonly int _longestPlainRecord;
    private readonly int _headingColumn;
    private readonly long _firstNumber;

    private TextBlock? _block;
    private CsvReader? _csv;
    private int _base;
    private int _end;
    private int _mostBytes;
    private int _next;
    private int _countedTo;
    private int _flaw;
    private long _line;
    private long _number;
    private long _offset;
    private long _otherHeadingsLine;
    private bool _skipsLine;
    private bool _isLongRecord;
    private bool _isBlockOfOneEncoding = true;
    private ReadingStart? _start;
    private CsvMalformedReason? _quoting;
    private CsvMalformedReason? _skippedQuoting;

    public RowReader(ReadAheadBlocks blocks, ExportLayout layout, ColumnSelection columns, RowPosition from, IRecordTaker? taker = null)
    {
        _blocks = blocks;
        _layout = layout;
        _columns = columns;
        _taker = taker;
        _pools = [.. columns.Indexes.Select(index => new ValuePool(index))];
        _noValues = new string[columns.Count];
        Array.Fill(_noValues, "");
        _inspector = new(layout);
        _swallowed = new(layout.Separator);
        _cutRows = layout is { KnownHeadings: not null, FieldCount: > 1 } ? new(layout) : null;
        _firstNumber = from.Number;
        _shortRows = layout.CompletesShortRows ? new(layout) : null;
        (_number, _line, _offset) = from.Start?.Position ?? from;
        _longestPlainRecord = Math.Min(layout.MaxCellLength, layout.MaxRecordBytes);
        _headingColumn = Array.FindIndex(layout.HeadingCells, cell => cell.Length > 0);
        _longRecordOptions = CsvDialect.Of((char)layout.Separator);
        _options = _longRecordOptions with { OnMalformedRecord = malformed => _quoting = malformed.Reason };
    }

    /// <summary>Reads the next row that is in memory.</summary>
    /// <returns>The row, or null if <see cref="LoadAsync"/> must be called first.</returns>
    public SellsyRow? Read()
    {
        while (_csv is not null && ReadRecord(out var start))
        {
            var text = _csv.RawRecord;
            var end = start + text.Length;
            if (_quoting is null
                && text.Length <= _longestPlainRecord
                && _csv.FieldCount == _layout.FieldCount
                && _layout.FilledLengthBehindHeadings(_csv) == 0
                && _layout.MisplacedStatus(_csv) < 0
                && LineEnds.IndexOfFirst(text) < 0
                && !HasFlawBefore(end)
                && !_swallowed.IsOpen
                && _otherHeadingsLine == 0
                && !MayBeEmptyOrHeadings(text)
                && !MayBeCut(text, end))
            {
                CountLinesBefore(start);
                _countedTo = end;
                if (IsTaken(start))
                {
                    continue;
                }

                return Plain(start, text.Length);
            }

            if (ReadUnusual(start, text) is { } row && row.Number >= _firstNumber)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Reads on in the file.</summary>
    /// <returns>A row that was too long to be in memory, and whether there is more.</returns>
    public async ValueTask<(SellsyRow? Row, bool HasMore)> LoadAsync(CancellationToken cancellationToken)
    {
        SellsyRow? row = null;
        var atLeast = 0;
        if (_skipsLine)
        {
            row = await SkipLineAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (_block is not null)
        {
            if (_next == _block.Text.Length && _block.IsLast)
            {
                return (null, false);
            }

            atLeast = _next == 0 ? (int)Math.Min(int.MaxValue, GrowthOfLongRecord * _blocks.WindowSize) : 0;
            _swallowed.MoveTo(_block.Text.Span, _next);
            _offset = _block.SourceOffsetOf(_next);
        }

        var couldStart = CanStartReading;
        _block = await _blocks.ReadAsync(_offset, atLeast, cancellationToken).ConfigureAwait(false);
        _isBlockOfOneEncoding = _blocks.HasOneEncoding;
        KeepStart(couldStart, new(_number, _line, _offset));
        (_countedTo, _flaw) = (0, 0);
        StartAt(0, int.MaxValue, isLongRecord: atLeast > 0);
        return (row?.Number >= _firstNumber ? row : null, true);
    }

    public void Dispose() => _csv?.Dispose();

    /// <summary>Moves to the next record that is whole.</summary>
    private bool ReadRecord(out int start)
    {
        if (_isLongRecord && _csv!.RawRecord.Length > 0)
        {
            StartAt((int)_csv.ByteOffset + _csv.RawRecord.Length, int.MaxValue);
        }

        while (!ReadWithin(out start))
        {
            if (start < _end && HasFaultOnSeveralLines(start))
            {
                return true;
            }

            if (_end == _block!.Text.Length)
            {
                start = _next = _end;
                _line += LineEnds.Count(_block.Text.Span[_countedTo..]);
                _countedTo = _next;
                StopReading();
                return false;
            }

            StartAt(start, More(_mostBytes));
        }

        var length = _csv!.RawRecord.Length;
        if (_isLongRecord)
        {
            _quoting = QuotingFault.FirstBesideTextFormulas(_csv.RawRecord, _layout.Separator);
        }

        if (start + length == _block!.Text.Length
            && !_block.IsLast
            && (_block.CanGrow || start > 0)
            && length <= _layout.MaxRecordBytes
            && !HasFaultOnSeveralLines(start))
        {
            CountLinesBefore(start);
            _next = start;
            StopReading();
            return false;
        }

        return true;
    }

    /// <summary>
    /// Whether the quotes of a record are wrong, wherever it ends, and it continues after its first line. Only that line is then the row, and
    /// the end is not searched for: if every row were like that, each search would read the rest of the file.
    /// </summary>
    private bool HasFaultOnSeveralLines(int start)
    {
        var record = _block!.Text.Span[start..];
        record = record[..Math.Min(_csv!.RawRecord.Length, _layout.MaxRecordBytes)];
        return _quoting is CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote
            && LineEnds.IndexOfFirst(record) >= 0
            && (record.Length == _csv.RawRecord.Length || IsStray(record));
    }

    private bool IsStray(ReadOnlySpan<byte> record) =>
        QuotingFault.First(record, _layout.Separator) is CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote;

    /// <summary>Moves to the next record of the lines under examination; a record that reaches their end may continue after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadWithin(out int start)
    {
        _quoting = null;
        if (!_csv!.Read())
        {
            start = _end;
            return false;
        }

        if (_quoting is CsvMalformedReason.StrayQuote)
        {
            _quoting = QuotingFault.FirstBesideTextFormulas(_csv.RawRecord, _layout.Separator);
        }

        start = _base + (int)_csv.ByteOffset;
        return _end == _block!.Text.Length || start + _csv.RawRecord.Length < _end;
    }

    /// <summary>Whether reading that starts at the next row reads what this reading does, because nothing above it matters.</summary>
    private bool CanStartReading => _isBlockOfOneEncoding && !_swallowed.IsOpen && _otherHeadingsLine == 0;

    private ReadingStart? Start => CanStartReading ? null : _start;

    /// <summary>From this position on, what stands above a row matters.</summary>
    private void KeepStart(bool couldStart, RowPosition position) => _start = couldStart && !CanStartReading ? new(position) : _start;

    private bool IsTaken(int start)
    {
        var isTaken = _number < _firstNumber
            || (_taker is not null && _taker.TryTake(new(_csv!, new(_number, _line, _block!.SourceOffsetOf(start)) { Start = Start })));
        _number += isTaken ? 1 : 0;
        return isTaken;
    }

    private SellsyRow Plain(int start, int length)
    {
        var offset = _block!.SourceOffsetOf(start);
        return new(_number++, new(_line, _line), _columns, Values())
        {
            ByteOffset = offset,
            ByteLength = _block.SourceOffsetOf(start + length) - offset,
            Start = Start,
        };
    }

    private string[] Values()
    {
        var values = new string[_pools.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _pools[i].Get(_csv!);
        }

        return values;
    }

    /// <summary>
    /// Restarts within the block, and examines a few lines first, then more and more. If many rows have a stray quote, examining the whole
    /// block for each would take long.
    /// </summary>
    private void StartAt(int position, int mostBytes = FewBytes, bool isLongRecord = false)
    {
        StopReading();
        var text = _block!.Text[position..];
        var few = 0;
        while (few == 0 && mostBytes < text.Length)
        {
            few = LineEnds.LengthOfWholeLines(text.Span[..mostBytes]);
            mostBytes = few > 0 ? mostBytes : More(mostBytes);
        }

        text = few > 0 ? text[..few] : text;
        (_base, _end, _mostBytes) = (position, position + text.Length, mostBytes);
        _isLongRecord = isLongRecord;
        _csv = CsvReader.Create(text, isLongRecord ? _longRecordOptions : _options);
    }

    private static int More(int bytes) => (int)Math.Min(int.MaxValue, bytes * FewBytesMore);

    private void StopReading()
    {
        _csv?.Dispose();
        _csv = null;
    }

    private void CountLinesBefore(int start)
    {
        var gap = _block!.Text.Span[_countedTo..start];
        _line += gap.Length == 1 || (gap.Length == 2 && gap[1] == (byte)'\n' && gap[0] == (byte)'\r') ? 1 : LineEnds.Count(gap);
        _countedTo = start;
    }

    private bool MayBeCut(ReadOnlySpan<byte> text, int end) => _cutRows is not null && _cutRows.MayFollow(text, _block!.Text.Span[end..]);

    private bool HasFlawBefore(int end)
    {
        var flaws = FlawsFrom(_countedTo);
        return flaws is [var flaw, ..] && flaw.Position < end;
    }

    /// <summary>The flaws from a place on, which is not before the last one that was asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlySpan<CharacterIssue> FlawsFrom(int position)
    {
        var flaws = CollectionsMarshal.AsSpan(_block!.Flaws);
        while (_flaw < flaws.Length && flaws[_flaw].Position < position)
        {
            _flaw++;
        }

        return flaws[_flaw..];
    }

    /// <summary>A cheap test that most rows do not pass; the inspector decides.</summary>
    private bool MayBeEmptyOrHeadings(ReadOnlySpan<byte> text)
    {
        var first = text[0];
        return first == 0xEF
            || BlankRecord.Is(text, _layout.Separator)
            || EmbeddedHeadingDetector.AreLikely(_csv!, text, _layout)
            || (_headingColumn >= 0 && _csv!.GetSpan(_headingColumn).SequenceEqual(_layout.HeadingCells[_headingColumn]));
    }
}
