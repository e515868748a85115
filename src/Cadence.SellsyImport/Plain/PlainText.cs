using System.Text;

namespace Cadence.SellsyImport.Plain;

/// <summary>Plain cells that may hold any text.</summary>
internal static class PlainText
{
    private const byte LeadOfLatinLetters = 0xC3;

    /// <summary>
    /// Whether the cell is no longer than the field allows, counted in bytes, of which every character has one at least, and holds nothing
    /// that looks like UTF-8 read as Windows-1252: an accented letter with another character beyond ASCII behind it.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<byte> cell, int maxLength)
    {
        if (cell.Length > maxLength)
        {
            return false;
        }

        if (Ascii.IsValid(cell))
        {
            return true;
        }

        for (var at = cell.IndexOf(LeadOfLatinLetters); at >= 0; at = cell.IndexOf(LeadOfLatinLetters))
        {
            if (at + 2 < cell.Length && !Ascii.IsValid(cell[at + 2]))
            {
                return false;
            }

            cell = cell[Math.Min(at + 2, cell.Length)..];
        }

        return true;
    }

    /// <summary>
    /// Whether the cell surely holds something: it begins with a letter or a digit, and is none of the words for nothing, such as N/A or a
    /// date of zeros.
    /// </summary>
    public static bool IsFilled(ReadOnlySpan<byte> cell) =>
        !cell.IsEmpty
        && (char.IsAsciiLetterOrDigit((char)cell[0]) || cell[0] == LeadOfLatinLetters)
        && cell is not [(byte)'N' or (byte)'n', (byte)'/', ..] and not [_, _, (byte)'.', ..] and not [(byte)'0', (byte)'0', ..];
}
