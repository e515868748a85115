using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Text;

/// <summary>Characters that show nothing: every kind of blank, and the invisible ones that spreadsheets and web pages leave.</summary>
internal static class BlankCharacters
{
    /// <summary>Whether the character has no width at all: a zero-width space or joiner, a soft hyphen, a BOM.</summary>
    public static bool IsInvisible(char character) =>
        character is '\u00AD' or '\u180E' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u2064') or '\uFEFF';

    /// <summary>Whether the character shows nothing: a space of any kind, a line break, or an invisible character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsBlank(char character) =>
        character is ' ' || (character is < '\u0021' or > '\u007E' && (char.IsWhiteSpace(character) || IsInvisible(character)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>The text without the blanks around it; the same instance where there are none.</summary>
    public static string Trim(string text)
    {
        var trimmed = Trim(text.AsSpan());
        return trimmed.Length == text.Length ? text : trimmed.ToString();
    }
}
