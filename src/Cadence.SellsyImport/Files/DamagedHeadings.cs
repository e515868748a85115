namespace Cadence.SellsyImport.Files;

/// <summary>
/// Finds a heading line in which a quote is not closed, so that the rows below run into a heading. Such a file is refused: what the
/// heading under the quote is would be a guess.
/// </summary>
internal static class DamagedHeadings
{
    private const int MostLines = 30;
    private const byte Quote = (byte)'"';

    /// <summary>Looks at the first lines by themselves.</summary>
    /// <param name="text">The start of the file.</param>
    /// <param name="known">The headings that the fields know.</param>
    /// <returns>The number of the line, or 0 where no line is like that.</returns>
    public static int FindLine(ReadOnlySpan<byte> text, KnownHeadings known)
    {
        for (var number = 1; number <= MostLines && !text.IsEmpty; number++)
        {
            var (line, rest) = Split(text);
            if (line.Count(Quote) % 2 != 0)
            {
                foreach (var separator in ";,\t|"u8)
                {
                    if (AreHeadings(line, separator, known) && IsRow(rest, separator, line.Count(separator)))
                    {
                        return number;
                    }
                }
            }

            text = rest;
        }

        return 0;
    }

    private static bool AreHeadings(ReadOnlySpan<byte> line, byte separator, KnownHeadings known)
    {
        var cells = new List<string>();
        foreach (var range in line.Split(separator))
        {
            cells.Add(HeadingText.Trim(System.Text.Encoding.UTF8.GetString(line[range]).Trim('"')));
        }

        var found = known.CountIn([.. cells]);
        return found >= 2 && 2 * found >= cells.Count;
    }

    /// <summary>Whether the next line that is not blank is as wide as the headings: then the headings do not continue there.</summary>
    private static bool IsRow(ReadOnlySpan<byte> text, byte separator, int separators)
    {
        while (!text.IsEmpty)
        {
            var (line, rest) = Split(text);
            if (!line.Trim(" \t"u8).IsEmpty)
            {
                return line.Count(separator) == separators;
            }

            text = rest;
        }

        return false;
    }

    private static Halves Split(ReadOnlySpan<byte> text)
    {
        var end = LineEnds.IndexOfFirst(text);
        return end < 0 ? new(text, []) : new(text[..end], text[(end + LineEnds.LengthAtStart(text[end..]))..]);
    }

    private readonly ref struct Halves(ReadOnlySpan<byte> line, ReadOnlySpan<byte> rest)
    {
        private readonly ReadOnlySpan<byte> _line = line;
        private readonly ReadOnlySpan<byte> _rest = rest;

        public void Deconstruct(out ReadOnlySpan<byte> line, out ReadOnlySpan<byte> rest)
        {
            line = _line;
            rest = _rest;
        }
    }
}
