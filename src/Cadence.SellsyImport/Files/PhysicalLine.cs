using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Files;

/// <summary>Reads one physical line by itself, to decide whether it is a row of the file.</summary>
internal static class PhysicalLine
{
    /// <summary>A line of a note hardly has so many separators by chance.</summary>
    private const int ColumnsEnoughAlone = 8;

    private const byte Quote = (byte)'"';

    /// <summary>
    /// Whether a line, read by itself under RFC 4180, is a whole row. It must be quoted correctly and have as many fields as the file, at
    /// least one of them not empty. Under the heading of the contact's id it must have digits, or anything if there are many columns. The
    /// decision uses only the headings: the content of other rows must not affect it.
    /// </summary>
    public static bool StandsAlone(ReadOnlySpan<byte> line, ExportLayout layout)
    {
        var fields = 0;
        var isEmpty = true;
        while (true)
        {
            if (!TryTakeCell(line, layout.Separator, out var cell, out var length)
                || fields >= layout.FieldCount
                || !IsIdWhereOneBelongs(cell, fields, layout))
            {
                return false;
            }

            fields++;
            isEmpty &= cell.IsEmpty;
            if (length == line.Length)
            {
                return fields == layout.FieldCount && !isEmpty;
            }

            line = line[(length + 1)..];
        }
    }

    /// <summary>The start of the first whole line after a line end that is a whole row by itself; -1 if there is none.</summary>
    public static int FindStandingAlone(ReadOnlySpan<byte> text, ExportLayout layout)
    {
        for (var start = NextLine(text, 0); start > 0;)
        {
            var next = NextLine(text, start);
            if (next > 0 && StandsAlone(text[start..next].TrimEnd("\r\n"u8), layout))
            {
                return start;
            }

            start = next;
        }

        return -1;
    }

    /// <summary>
    /// Whether a line, with its quotes ignored, has as many fields as the file and an id in its place. The first and the last line look like
    /// this if a stray quote swallowed the line ends between them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool StandsAloneWithoutQuotes(ReadOnlySpan<byte> line, ExportLayout layout)
    {
        var fields = 0;
        while (true)
        {
            var end = line.IndexOf(layout.Separator);
            var cell = (end < 0 ? line : line[..end]).Trim(Quote);
            if (fields >= layout.FieldCount || !IsIdWhereOneBelongs(cell, fields, layout))
            {
                return false;
            }

            fields++;
            if (end < 0)
            {
                return fields == layout.FieldCount;
            }

            line = line[(end + 1)..];
        }
    }

    /// <summary>A field of a line, if a quote is an ordinary character; empty if the line has fewer fields.</summary>
    public static ReadOnlySpan<byte> FieldWithoutQuotes(ReadOnlySpan<byte> line, byte separator, int column)
    {
        for (; column > 0; column--)
        {
            var end = line.IndexOf(separator);
            line = end < 0 ? [] : line[(end + 1)..];
        }

        var length = line.IndexOf(separator);
        return length < 0 ? line : line[..length];
    }

    /// <summary>The start of the line after the next whole line end; 0 if there is none.</summary>
    private static int NextLine(ReadOnlySpan<byte> text, int start)
    {
        var end = LineEnds.IndexOfFirst(text[start..]);
        return end < 0 || start + end + 1 == text.Length ? 0 : start + end + LineEnds.LengthAtStart(text[(start + end)..]);
    }

    /// <summary>Whether a cell can stand in its column; blanks around an id are allowed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsIdWhereOneBelongs(ReadOnlySpan<byte> cell, int column, ExportLayout layout)
    {
        if (column != layout.IdColumn)
        {
            return true;
        }

        var id = cell.Trim((byte)' ');
        return layout.FieldCount >= ColumnsEnoughAlone || (!id.IsEmpty && !id.ContainsAnyExceptInRange((byte)'0', (byte)'9'));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryTakeCell(ReadOnlySpan<byte> line, byte separator, out ReadOnlySpan<byte> cell, out int length)
    {
        if (line.IsEmpty || line[0] != Quote)
        {
            length = line.IndexOf(separator);
            length = length < 0 ? line.Length : length;
            cell = line[..length];
            return !cell.Contains(Quote);
        }

        length = 1;
        while (true)
        {
            var end = line[length..].IndexOf(Quote);
            if (end < 0)
            {
                cell = default;
                return false;
            }

            length += end + 1;
            if (length == line.Length || line[length] == separator)
            {
                cell = line[1..(length - 1)];
                return true;
            }

            if (line[length] != Quote)
            {
                cell = default;
                return false;
            }

            length++;
        }
    }
}
