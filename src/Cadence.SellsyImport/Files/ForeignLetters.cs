using System.Buffers;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Finds bytes that no French text has within a word when it is read as Windows-1252, such as þ, ý and ð or ³, ¹ and ¶. Turkish and Polish code
/// pages have letters there. Some names do have þ, ý and ð, so that the line is read and the row is warned.
/// </summary>
internal static class ForeignLetters
{
    /// <summary>Lines in which three accented letters in a row are Cyrillic or Greek.</summary>
    private const int FewestInRow = 3;

    private const int FewestLettersOfWord = 3;

    private static readonly SearchValues<byte> Suspects = SearchValues.Create(
        0xA3, 0xA5, 0xB1, 0xB3, 0xB6, 0xB9, 0xBF, 0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE);

    /// <summary>The code pages in which such a line makes sense; null if nothing is suspect.</summary>
    public static string? CodePagesOf(ReadOnlySpan<byte> line)
    {
        for (var at = line.IndexOfAny(Suspects); at >= 0;)
        {
            if (CodePages(line, at) is { } found)
            {
                return found;
            }

            var next = line[(at + 1)..].IndexOfAny(Suspects);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    /// <summary>Whether a line has words of accented letters alone, as texts of another alphabet have.</summary>
    public static bool AreOfAnotherAlphabet(ReadOnlySpan<byte> line)
    {
        var inRow = 0;
        foreach (var value in line)
        {
            inRow = value >= 0xC0 ? inRow + 1 : 0;
            if (inRow == FewestInRow)
            {
                return true;
            }
        }

        return false;
    }

    private static string? CodePages(ReadOnlySpan<byte> line, int at)
    {
        var letters = 0;
        while (letters < at && IsLetter(line[at - letters - 1]))
        {
            letters++;
        }

        var isBeforeLetter = at + 1 < line.Length && IsLetter(line[at + 1]);
        var isForeign = line[at] switch
        {
            >= 0xC0 => letters > 0 || isBeforeLetter,
            0xA3 => isBeforeLetter && (letters > 0 || at + 1 == line.Length || char.IsAsciiLetterLower((char)line[at + 1])),
            _ => letters > 0 && (isBeforeLetter || letters >= FewestLettersOfWord),
        };
        return !isForeign ? null : line[at] switch
        {
            >= 0xC0 => "windows-1254, windows-1250",
            0xB1 or 0xB6 => "iso-8859-2",
            _ => "windows-1250, iso-8859-2",
        };
    }

    private static bool IsLetter(byte value) =>
        char.IsAsciiLetter((char)value) || value is (>= 0xC0 and not (0xD7 or 0xF7)) or 0x8A or 0x8C or 0x8E or 0x9A or 0x9C or 0x9E or 0x9F;
}
