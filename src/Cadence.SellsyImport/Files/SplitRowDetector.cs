using System.Text;
using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Recognises rows that a line break without quotes cut in their last or their first cell. One part has all the fields of a row, and would
/// be read as one; the other is a line of a single cell next to it. Only the text after a record decides, so that reading may start at any
/// row.
/// </summary>
internal sealed class SplitRowDetector(ExportLayout layout)
{
    /// <summary>How many bytes behind a record its other part is looked for.</summary>
    private const int Reach = 8 * 1024;

    /// <summary>How many bytes behind a record decide about it: those up to its other part, and the row behind that.</summary>
    public const int Lookahead = 2 * Reach;

    /// <summary>With fewer columns, a line of a single cell may be a row that lost its only separator.</summary>
    private const int FewestColumns = 3;

    private const byte Quote = (byte)'"';

    /// <summary>With fewer columns, the text after a number in a cell could have the same number of commas by chance.</summary>
    private const int FewestColumnsOfAnotherSeparator = 4;

    private ExportLayout[] OtherSeparators =>
        field ??= [.. ";,\t|".Where(separator => separator != layout.Separator).Select(separator => layout with { Separator = (byte)separator })];

    private bool IsIdFirst => layout.IdColumn == 0;

    /// <summary>A cheap test that few rows pass: the next line has no separator, or may be within a cell in quotes.</summary>
    /// <param name="record">A record.</param>
    /// <param name="following">The text behind it, from its line end on.</param>
    public bool MayFollow(ReadOnlySpan<byte> record, ReadOnlySpan<byte> following)
    {
        var next = following[LineEnds.LengthAtStart(following)..];
        if (record is [.., var last] && last == layout.Separator && QuotedCell.LengthOfLone(next) >= 0)
        {
            return true;
        }

        var end = LineEnds.IndexOfFirst(next);
        var line = end < 0 ? next : next[..end];
        return end < 0
            || (line is not [Quote, ..] && !line.Contains(layout.Separator))
            || QuotedCell.MayHold(line, layout.Separator, layout.FieldCount);
    }

    /// <summary>The row that a whole record is a part of.</summary>
    /// <param name="text">The text from the record on.</param>
    /// <param name="length">The length of the record.</param>
    /// <param name="isLast">Whether the file ends with the text.</param>
    /// <returns>The row, or null if the record is a row by itself.</returns>
    public SplitRow? Around(ReadOnlyMemory<byte> text, int length, bool isLast)
    {
        var span = text.Span;
        if (RestOfQuotedCellBehind(text, length, isLast) is { } quoted)
        {
            return quoted;
        }

        if ((layout.FieldCount < FewestColumns && !IsIdFirst) || span[length - 1] == Quote)
        {
            return null;
        }

        var rest = CellsBehind(span, length, isLast);
        if (rest.End == length || IsFooter(span, rest, isLast) || (rest.IsAfterBlankLine && StartsExport(text, rest.End)))
        {
            return null;
        }

        var last = Line(span, span[..rest.End].LastIndexOfAny((byte)'\r', (byte)'\n') + 1);
        if (layout.FieldCount < FewestColumns && IsDigit(last[0]))
        {
            return null;
        }

        var isEndBehindUsual = IsUsualLineEnd(span[rest.End..]);
        var side = IsIdFirst && isEndBehindUsual ? IdOfRowBehind(span, last, rest.End) : Side.Either;
        var isRestForSure = !IsUsualLineEnd(span[length..]) || side == Side.Above;
        if (isRestForSure || !CanStartRow(last) || EndOfRowBehind(text, rest.End, isLast) is not (> 0 and var end))
        {
            return new(rest.End, rest.Start);
        }

        var isStartForSure = last.Length == rest.End - rest.Start && !rest.IsAfterBlankLine && (!isEndBehindUsual || side == Side.Below);
        return isStartForSure ? null : new(end, rest.Start);
    }

    /// <summary>The row that starts with a record of a single cell.</summary>
    /// <param name="text">The text from the record on.</param>
    /// <param name="length">The length of the record.</param>
    /// <param name="isLast">Whether the file ends with the text.</param>
    /// <returns>The row, or null if the record does not start one.</returns>
    public SplitRow? From(ReadOnlyMemory<byte> text, int length, bool isLast)
    {
        var cell = text.Span[..length];
        if (QuotedCell.LengthOfLone(cell) == length && StartsWithSeparator(text.Span[length..]))
        {
            cell = cell[1..^1];
        }

        return length <= Reach && IsCell(cell) && !cell.Contains(Quote) && CanStartRow(cell) && EndOfRowBehind(text, length, isLast) is > 0 and var end
            ? new(end, 0)
            : null;
    }

    /// <summary>
    /// The row with a quoted last cell after a line break between the last separator and the cell. Also the row with a last cell that lacks
    /// its opening quote or has an extra quote before a line break. Lines after the record then close a quote that is not open.
    /// </summary>
    private SplitRow? RestOfQuotedCellBehind(ReadOnlyMemory<byte> lines, int length, bool isLast)
    {
        var text = lines.Span;
        var start = length + LineEnds.LengthAtStart(text[length..]);
        if (text[length - 1] == layout.Separator
            && QuotedCell.LengthOfLone(text[start..]) is > 0 and <= Reach and var cell
            && (start + cell < text.Length || isLast))
        {
            return IsFooter(text, new(start, start + cell, IsAfterBlankLine: false), isLast) ? null : new(start + cell, start);
        }

        for (var at = start; at < text.Length && at - length <= Reach;)
        {
            var line = Line(text, at);
            if ((at + line.Length == text.Length && !isLast)
                || !QuotedCell.MayHold(line, layout.Separator, layout.FieldCount)
                || IsOfAnotherFile(line)
                || StartsRow(lines[at..], line))
            {
                return null;
            }

            at += line.Length;

            if (QuotedCell.IsEndedBy(line))
            {
                return new(at, start);
            }

            at += LineEnds.LengthAtStart(text[at..]);
        }

        return null;
    }

    /// <summary>
    /// Whether a line that may be within a cell in quotes starts a row instead: it has an id and at least the fields of a row, or it ends in a
    /// quote that opens a cell of a row.
    /// </summary>
    private bool StartsRow(ReadOnlyMemory<byte> text, ReadOnlySpan<byte> line)
    {
        var hasId = layout.IdColumn >= 0 && AreDigits(PhysicalLine.FieldWithoutQuotes(line, layout.Separator, layout.IdColumn).Trim("\" "u8));
        if (hasId && line.Count(layout.Separator) >= layout.FieldCount - 1)
        {
            return true;
        }

        if (QuotingFault.First(line, layout.Separator) != CsvMalformedReason.UnterminatedQuote)
        {
            return false;
        }

        using var csv = CsvReader.Create(text[..Math.Min(text.Length, Reach)], CsvDialect.Of((char)layout.Separator));
        csv.Read();
        return QuotingFault.First(csv.RawRecord, layout.Separator) switch
        {
            null => hasId || csv.FieldCount == layout.FieldCount,
            CsvMalformedReason.UnterminatedQuote => hasId,
            _ => false,
        };
    }

    private bool StartsWithSeparator(ReadOnlySpan<byte> following) =>
        following[LineEnds.LengthAtStart(following)..] is [var first, ..] && first == layout.Separator;

    /// <summary>Skips the lines of a single cell after a record, and blank lines between them.</summary>
    private Cells CellsBehind(ReadOnlySpan<byte> text, int length, bool isLast)
    {
        var cells = new Cells(length, length, IsAfterBlankLine: false);
        for (var at = length; at < text.Length && at - length <= Reach;)
        {
            var start = at + LineEnds.LengthAtStart(text[at..]);
            var line = Line(text, start);
            at = start + line.Length;
            if (!line.Trim(" \t"u8).IsEmpty)
            {
                if (at > length + Reach || (at == text.Length && !isLast) || !IsCell(line))
                {
                    break;
                }

                cells = cells with { Start = cells.End == length ? start : cells.Start, End = at };
            }
            else if (cells.End == length && at < text.Length)
            {
                cells = cells with { IsAfterBlankLine = true };
            }
        }

        return cells;
    }

    /// <summary>Whether a line can be a part of a cell without quotes, and not another thing that stands alone.</summary>
    private bool IsCell(ReadOnlySpan<byte> line) =>
        !line.Contains(layout.Separator)
        && line is not [Quote, ..]
        && !IsOfAnotherFile(line)
        && !line.Trim(" \t\0\u001A\uFFFD"u8).IsEmpty
        && SeparatorDetector.Declared(line) is null;

    /// <summary>Whether a line shows that another file was appended before it or with it.</summary>
    private bool IsOfAnotherFile(ReadOnlySpan<byte> line) =>
        line.StartsWith("\uFEFF"u8) || AreHeadingsUnderAnotherSeparator(line) || IsRowUnderAnotherSeparator(line);

    private bool AreHeadingsUnderAnotherSeparator(ReadOnlySpan<byte> line)
    {
        foreach (var separator in ";,\t|"u8)
        {
            if (layout.KnownHeadings is { } known && line.Contains(separator))
            {
                var cells = Encoding.UTF8.GetString(line).Split((char)separator);
                var found = known.CountIn([.. cells.Select(cell => HeadingText.Trim(cell.Trim('"')))]);
                if (found >= 2 && 2 * found >= cells.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsRowUnderAnotherSeparator(ReadOnlySpan<byte> line)
    {
        foreach (var other in OtherSeparators)
        {
            if (layout.IdColumn >= 0 && layout.FieldCount >= FewestColumnsOfAnotherSeparator && PhysicalLine.StandsAlone(line, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the cells at the end of the file belong to no row: a total, text below a blank line, or an id at which the file was cut.
    /// </summary>
    private bool IsFooter(ReadOnlySpan<byte> text, in Cells cells, bool isLast)
    {
        if (!isLast || !text[cells.End..].TrimStart(" \t\r\n\0\u001A"u8).IsEmpty)
        {
            return false;
        }

        var cell = text[cells.Start..cells.End].Trim(Quote);
        return cells.IsAfterBlankLine
            || (cell.Length >= 5 && Ascii.EqualsIgnoreCase(cell[..5], "total"u8))
            || (cell.Length >= 6 && Ascii.EqualsIgnoreCase(cell[..6], "totaux"u8))
            || (IsIdFirst && cells.End == text.Length && AreDigits(cell));
    }

    /// <summary>
    /// Decides by the id whether a line of digits is the start of the row after it. It is if that row does not start with an id of its own.
    /// Otherwise the length of the id in the row above decides, if only one of the two readings matches it.
    /// </summary>
    private Side IdOfRowBehind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> digits, int end)
    {
        var above = Id(text);
        var below = Id(text[(end + LineEnds.LengthAtStart(text[end..]))..]);
        if (below.IsEmpty || (below[0] == (byte)'0' && above is not [(byte)'0', ..]))
        {
            return Side.Below;
        }

        var isWhole = below.Length == above.Length;
        var isCut = digits.Trim((byte)' ').Length + below.Length == above.Length;
        return isWhole == isCut ? Side.Either : isCut ? Side.Below : Side.Above;
    }

    private ReadOnlySpan<byte> Id(ReadOnlySpan<byte> row) => row[..Math.Max(0, row.IndexOf(layout.Separator))].Trim("\" "u8);

    /// <summary>Whether a cell can be the start of a row: where the id comes first, it is digits.</summary>
    private bool CanStartRow(ReadOnlySpan<byte> cell) => layout.FieldCount >= FewestColumns && (!IsIdFirst || AreDigits(cell.Trim((byte)' ')));

    /// <summary>The end of the row on the next line, where the first cell may be cut; 0 if there is no such row.</summary>
    private int EndOfRowBehind(ReadOnlyMemory<byte> text, int at, bool isLast)
    {
        var start = at + LineEnds.LengthAtStart(text.Span[at..]);
        var following = text[start..Math.Min(text.Length, start + Reach)];
        if (following.Span is not [not Quote and not (byte)'\r' and not (byte)'\n', ..] || following.Span.StartsWith("\uFEFF"u8))
        {
            return 0;
        }

        using var csv = CsvReader.Create(following, CsvDialect.Of((char)layout.Separator));
        csv.Read();
        var row = csv.RawRecord;
        var isEnded = row.Length < following.Length || (isLast && start + row.Length == text.Length);
        return isEnded && csv.FieldCount == layout.FieldCount && QuotingFault.First(row, layout.Separator) is null && !AreHeadings(csv)
            ? start + row.Length
            : 0;
    }

    private bool StartsExport(ReadOnlyMemory<byte> text, int at)
    {
        var rest = text[at..];
        rest = rest[(rest.Length - rest.Span.TrimStart(" \t\r\n"u8).Length)..];
        return AreHeadings(rest[..Line(rest.Span, 0).Length]);
    }

    private bool AreHeadings(ReadOnlyMemory<byte> line)
    {
        using var csv = CsvReader.Create(line, CsvDialect.Of((char)layout.Separator));
        return csv.Read() && csv.FieldCount == layout.FieldCount && AreHeadings(csv);
    }

    private bool AreHeadings(CsvReader csv) => layout.EmbeddedHeadingDetector.AreRepeated(csv) || layout.EmbeddedHeadingDetector.AreOthers(csv);

    private bool IsUsualLineEnd(ReadOnlySpan<byte> text) =>
        LineEnds.LengthAtStart(text) is var length && (length == 0 || text[..length].SequenceEqual(layout.LineEnd));

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text, int start)
    {
        var line = text[start..];
        var end = LineEnds.IndexOfFirst(line);
        return end < 0 ? line : line[..end];
    }

    private static bool AreDigits(ReadOnlySpan<byte> cell) => !cell.IsEmpty && !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    /// <summary>The row that a line of a single cell is a part of.</summary>
    private enum Side
    {
        Either,
        Above,
        Below,
    }

    /// <summary>The lines of a single cell behind a record, from the start of the first to the end of the last.</summary>
    private readonly record struct Cells(int Start, int End, bool IsAfterBlankLine);
}
