using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cadence.SellsyImport.Files;

/// <content>The records that are not plain, and the lines that are too long to be kept.</content>
internal sealed partial class RowReader
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SellsyRow? ReadUnusual(int start, ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
        {
            // A byte order mark at the start of a line: another file was appended here. It is no part of the first cell.
            StartAt(start + 3);
            return null;
        }

        if (!text.ContainsAnyExcept((byte)' ', (byte)'\t'))
        {
            return null;
        }

        CountLinesBefore(start);
        var isFirstLineOnly = HasFaultOnSeveralLines(start);
        if (!isFirstLineOnly && MayGoOnBehindBlock(start, text.Length))
        {
            _next = start;
            StopReading();
            return null;
        }

        var isTooLong = !isFirstLineOnly
            && (text.Length > _layout.MaxRecordBytes || (start + text.Length == _block!.Text.Length && !_block.IsLast));
        if (isTooLong && LineEnds.IndexOfFirst(text) is var lineEnd && (lineEnd < 0 || lineEnd > _layout.MaxRecordBytes))
        {
            (_skipsLine, _skippedQuoting) = (true, _quoting);
            _next = start;
            StopReading();
            return null;
        }

        if (!isTooLong && _quoting is null && BlankRecord.Is(text, _layout.Separator))
        {
            _taker?.TakeBlank(text.Contains(_layout.Separator));
            return null;
        }

        var record = new SuspectRecord
        {
            Number = _number,
            Line = _line,
            Position = start,
            Text = text,
            Quoting = _quoting,
            IsTooLong = isTooLong,
            IsShortRow = !isTooLong && _quoting is null && IsShortRow(text, start + text.Length),
            IsSuspect = _swallowed.Contains(_block!.Text.Span, start),
            OtherHeadingsLine = _otherHeadingsLine,
        };
        var rowStart = Start;
        var couldStart = CanStartReading;
        var flaws = FlawsFrom(start);
        var verdict = _inspector.Inspect(record, _csv!, flaws);
        if (CutRowAt(start, text.Length, record, verdict, flaws) is { } cut)
        {
            var lines = _block.Text.Span.Slice(start, cut.Length);
            var cutRow = Row(start, lines, _inspector.IssuesOfCutRow(record with { Text = lines }, cut, flaws), rowStart);
            StartAt(start + cut.Length);
            return cutRow;
        }

        _otherHeadingsLine = verdict.OtherHeadingsLine(_line, _otherHeadingsLine);
        if (verdict.Issues.IsEmpty && verdict.Length == text.Length && IsTaken(start))
        {
            _line += LineEnds.Count(text);
            _countedTo = start + text.Length;
            return null;
        }

        var row = Row(start, text[..verdict.Length], verdict.Issues, rowStart);
        if (verdict.Length < text.Length)
        {
            if (!verdict.IsNotClosed || _layout.IdColumn >= 0)
            {
                _swallowed.Open(start + verdict.Length + LineEnds.LengthAtStart(text[verdict.Length..]));
            }

            StartAt(start + verdict.Length);
        }

        KeepStart(couldStart, RowPosition.Of(row));
        return row;
    }

    private bool IsShortRow(ReadOnlySpan<byte> text, int end) =>
        _shortRows is not null && _layout.LengthOfShortRow(_csv!) >= 0 && _shortRows.IsRow(text, _block!.Text.Span[end..]);

    private string[] ValuesOfShortRow(int length)
    {
        var values = new string[_pools.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _columns.Indexes[i] < length ? _pools[i].Get(_csv!) : "";
        }

        return values;
    }

    /// <summary>Whether a part of the row may stand behind the end of the block.</summary>
    private bool MayGoOnBehindBlock(int start, int length) =>
        _cutRows is not null
        && !_block!.IsLast
        && (_block.CanGrow || start > 0)
        && length <= _layout.MaxRecordBytes
        && _block.Text.Length - start - length <= SplitRowDetector.Lookahead;

    /// <summary>
    /// The row that the record is cut out of. What stands before the record has no part in it: reading that starts here must find the same.
    /// </summary>
    private SplitRow? CutRowAt(int start, int length, in SuspectRecord record, in RecordVerdict verdict, ReadOnlySpan<CharacterIssue> flaws)
    {
        if (_cutRows is null || verdict.Length < length)
        {
            return null;
        }

        var hasPast = record.IsSuspect || record.OtherHeadingsLine > 0;
        var alone = hasPast ? _inspector.Inspect(record with { IsSuspect = false, OtherHeadingsLine = 0 }, _csv!, flaws) : verdict;
        return !alone.IsError ? _cutRows.Around(_block!.Text[start..], length, _block.IsLast)
            : _csv!.FieldCount == 1 ? _cutRows.From(_block!.Text[start..], length, _block.IsLast)
            : null;
    }

    private SellsyRow Row(int start, ReadOnlySpan<byte> text, ImmutableArray<ImportIssue> issues, ReadingStart? readFrom)
    {
        var firstLine = _line;
        _line += LineEnds.Count(text);
        _countedTo = start + text.Length;
        var isError = issues.Any(issue => issue.Severity == IssueSeverity.Error);
        var values = isError ? _noValues : _layout.LengthOfShortRow(_csv!) is >= 0 and var length ? ValuesOfShortRow(length) : Values();
        if (!isError && issues.Any(issue => issue.Code == IssueCodes.ControlCharacterRead))
        {
            values = Array.ConvertAll(values, WindowsControls.Decode);
        }

        var offset = _block!.SourceOffsetOf(start);
        return new(_number++, new(firstLine, _line), _columns, values, issues)
        {
            ByteOffset = offset,
            ByteLength = _block.SourceOffsetOf(start + text.Length) - offset,
            RawText = isError ? Encoding.UTF8.GetString(text) : null,
            Start = readFrom,
        };
    }

    private async ValueTask<SellsyRow> SkipLineAsync(CancellationToken cancellationToken)
    {
        var text = _block!.Text.Span[_next..];
        var rawText = Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestRawText)]);
        var start = _block.SourceOffsetOf(_next);
        _swallowed.Close();
        var (end, next) = await _blocks.SkipLineAsync(start, cancellationToken).ConfigureAwait(false);
        var issues = _inspector.IssuesOfSkippedLine(_number, _line, _skippedQuoting);
        var row = new SellsyRow(_number++, new(_line, _line), _columns, _noValues, issues)
        {
            ByteOffset = start,
            ByteLength = end - start,
            RawText = rawText,
        };
        _line += next > end ? 1 : 0;
        _offset = next;
        _skipsLine = false;
        return row;
    }
}
