using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cadence.SellsyImport.Text;

/// <summary>
/// Folds texts so that spellings that mean the same are equal, the same on every host and under every culture. Folding what is folded
/// changes nothing.
/// </summary>
internal static class TextFolding
{
    /// <summary>Largest number of characters that one input character can expand to.</summary>
    public const int LongestExpansion = 3;

    private const int OnTheStack = 128;

    /// <summary>The characters that a label changes only in case.</summary>
    private static readonly SearchValues<char> OnlyCased =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(character => (char)character).Where(character => character != '`')]);

    /// <summary>
    /// A heading: lower case, no accents, every run of punctuation, symbols and blanks one space. Invisible characters are removed, and a
    /// heading with a damaged encoding is repaired first.
    /// </summary>
    public static string Heading(string text)
    {
        if (IsFoldedHeading(text))
        {
            return text;
        }

        return Fold(Mojibake.TryRepair(text, out var repaired) ? repaired : text, isHeading: true);
    }

    /// <summary>The same without making a text of it.</summary>
    /// <param name="text">The heading.</param>
    /// <param name="space">Room for <see cref="LongestExpansion"/> times as many characters.</param>
    public static ReadOnlySpan<char> Heading(string text, Span<char> space)
    {
        if (IsFoldedHeading(text))
        {
            return text;
        }

        return Fold(Mojibake.TryRepair(text, out var repaired) ? repaired : text, space, isHeading: true);
    }

    /// <summary>
    /// A label such as the name of a company or a person: lower case, no accents, one form of hyphen, of apostrophe and of blank. A hyphen is not
    /// a space, and an apostrophe counts.
    /// </summary>
    public static string Label(string text) => IsFoldedLabel(text) ? text : Fold(text, isHeading: false);

    /// <summary>The same without making a text of it.</summary>
    /// <param name="text">The label.</param>
    /// <param name="space">Room for <see cref="LongestExpansion"/> times as many characters.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<char> Label(scoped ReadOnlySpan<char> text, Span<char> space)
    {
        // Fast path: where no blank is to be dropped, folding changes only the case of these characters.
        if (!text.IsEmpty && !text.ContainsAnyExcept(OnlyCased) && text[0] != ' ' && text[^1] != ' ' && text.IndexOf("  ") < 0)
        {
            Ascii.ToLower(text, space, out var length);
            return space[..length];
        }

        return Fold(text, space, isHeading: false);
    }

    private static string Fold(string text, bool isHeading)
    {
        char[]? rented = null;
        var space = text.Length <= OnTheStack
            ? stackalloc char[OnTheStack * LongestExpansion]
            : (rented = ArrayPool<char>.Shared.Rent(text.Length * LongestExpansion));
        var folded = Fold(text, space, isHeading);
        var result = folded.SequenceEqual(text) ? text : folded.ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReadOnlySpan<char> Fold(scoped ReadOnlySpan<char> text, Span<char> space, bool isHeading)
    {
        var writer = new FoldWriter(space);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (isHeading && char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                writer.AddHeadingPair(character, text[++i]);
            }
            else if (!char.IsAscii(character) && FoldTable.Expand(character) is { } letters)
            {
                foreach (var letter in letters)
                {
                    writer.Add(letter, isHeading);
                }
            }
            else
            {
                writer.Add(character, isHeading);
            }
        }

        return writer.Written;
    }

    private static bool IsFoldedHeading(string text)
    {
        var afterBlank = true;
        foreach (var character in text)
        {
            var isBlank = character == ' ';
            if (isBlank ? afterBlank : !(char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)))
            {
                return false;
            }

            afterBlank = isBlank;
        }

        return text.Length == 0 || !afterBlank;
    }

    private static bool IsFoldedLabel(string text)
    {
        var afterBlank = true;
        foreach (var character in text)
        {
            var isBlank = character == ' ';
            if (isBlank ? afterBlank : character is < '!' or > '~' or '`' || char.IsAsciiLetterUpper(character))
            {
                return false;
            }

            afterBlank = isBlank;
        }

        return text.Length == 0 || !afterBlank;
    }
}
