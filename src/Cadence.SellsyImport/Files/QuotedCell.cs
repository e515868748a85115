namespace Cadence.SellsyImport.Files;

/// <summary>Recognises a cell in quotes, or the rest of one, on lines of its own.</summary>
internal static class QuotedCell
{
    private const byte Quote = (byte)'"';

    /// <summary>The length of a cell in quotes with nothing after it on its line; 0 if the text ends within it, -1 if there is none.</summary>
    public static int LengthOfLone(ReadOnlySpan<byte> text)
    {
        for (var at = 1; text is [Quote, ..];)
        {
            var quote = text[at..].IndexOf(Quote);
            if (quote < 0)
            {
                return 0;
            }

            at += quote + 1;
            if (text[at..] is not [Quote, ..])
            {
                return at == text.Length || text[at] is (byte)'\r' or (byte)'\n' ? at : -1;
            }

            at++;
        }

        return -1;
    }

    /// <summary>Whether a line may be within a cell in quotes that it does not open: it is no row, and its quotes are doubled but for one at its end.</summary>
    public static bool MayHold(ReadOnlySpan<byte> line, byte separator, int fieldCount) =>
        line.Count(separator) != fieldCount - 1 && (HasOnlyPairs(line) || IsEndedBy(line));

    /// <summary>Whether a line closes a cell in quotes that it does not open.</summary>
    public static bool IsEndedBy(ReadOnlySpan<byte> line) => line is [.. var text, Quote] && HasOnlyPairs(text);

    private static bool HasOnlyPairs(ReadOnlySpan<byte> text)
    {
        for (var quote = text.IndexOf(Quote); quote >= 0; quote = text.IndexOf(Quote))
        {
            if (text[(quote + 1)..] is not [Quote, ..])
            {
                return false;
            }

            text = text[(quote + 2)..];
        }

        return true;
    }
}
