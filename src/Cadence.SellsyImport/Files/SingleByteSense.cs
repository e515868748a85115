using System.Globalization;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Decides whether the bytes of a line make sense as text of a code page: no sign within a word, no capital after a small letter. Bytes that
/// are a letter in one code page are often a sign or a capital in another.
/// </summary>
internal static class SingleByteSense
{
    /// <summary>Signs that people write between two letters without a blank.</summary>
    private const string Joiners = "’–—·«»…´°ºª×®\u00AD";

    /// <summary>Signs that stand before a word or alone, never at the end of one.</summary>
    private const string NeverAfterSmallLetter = "‚„‹ˆ‰‡";

    /// <summary>Whether a line makes sense.</summary>
    /// <param name="line">The bytes.</param>
    /// <param name="table">The code page.</param>
    /// <param name="isStrict">
    /// Whether a capital within small letters and a dash between them are senseless too. People do write them, so that this is for choosing
    /// among code pages only.
    /// </param>
    public static bool Makes(ReadOnlySpan<byte> line, SingleByteText table, bool isStrict)
    {
        for (var at = line.IndexOfAnyInRange((byte)0x80, (byte)0xFF); at >= 0 && at < line.Length; at++)
        {
            if (line[at] >= 0x80 && IsSenseless(line, at, table, isStrict))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSenseless(ReadOnlySpan<byte> line, int at, SingleByteText table, bool isStrict)
    {
        var character = table[line[at]];
        var before = at > 0 ? table[line[at - 1]] : ' ';
        var after = at + 1 < line.Length ? table[line[at + 1]] : ' ';
        if (IsLetter(character))
        {
            return char.IsUpper(character) && char.IsLower(before) && (isStrict || line[at] < 0xA0);
        }

        var isWithinWord = IsLetter(before) && IsLetter(after);
        return char.IsControl(character)
            || character == '\uFFFD'
            || (isWithinWord && !Joiners.Contains(character, StringComparison.Ordinal) && !char.IsWhiteSpace(character))
            || (isStrict && isWithinWord && character is '–' or '—' && char.IsLower(before) && char.IsLower(after))
            || (char.IsLower(before) && NeverAfterSmallLetter.Contains(character, StringComparison.Ordinal))
            || ((IsLetter(before) || IsLetter(after)) && character is >= '\u2500' and <= '\u259F');
    }

    /// <summary>Whether a character is a letter of a word. The florin sign and the ordinals are none, whatever Unicode says.</summary>
    private static bool IsLetter(char character) => char.IsLetter(character) && character is not ('ƒ' or 'º' or 'ª')
        && CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.ModifierLetter;
}
