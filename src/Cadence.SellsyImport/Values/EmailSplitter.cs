using System.Buffers;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// Splits the addresses of one cell: at commas, semicolons, bars and line breaks outside quotes and angle brackets. It splits at blanks only
/// between two texts with an @, so <c>jean martin@exemple.fr</c> is reported whole and does not become <c>martin@exemple.fr</c>. A comma within
/// an address, as in <c>jean@exemple,fr</c> and <c>jean,martin@exemple.fr</c>, leaves one bad address.
/// </summary>
internal static class EmailSplitter
{
    private const string UriScheme = "mailto:";
    private const int LongestAddress = 320;

    private static readonly SearchValues<char> Marks = SearchValues.Create(",;|\r\n\u0085\u2028\u2029\"<");

    /// <summary>The addresses of a cell, valid or not, without <c>mailto:</c> and without the name in <c>Name &lt;address&gt;</c>.</summary>
    /// <param name="addresses">Has the cell, and receives its addresses.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split(ref CellParts addresses)
    {
        var rest = EmptyValue.IsBlank(addresses.Cell) ? [] : addresses.Cell;
        var mayClose = true;
        while (!rest.IsEmpty)
        {
            var end = EndOfBrokenAddress(rest, EndOfAddress(rest, ref mayClose));
            AddParts(BlankCharacters.Trim(rest[..end]), ref addresses);
            rest = end < rest.Length ? rest[(end + 1)..] : [];
        }
    }

    /// <summary>The end of an address that a comma, or the semicolon on the same key as the dot, broke.</summary>
    private static int EndOfBrokenAddress(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && end <= LongestAddress && text[end] is ',' or ';')
        {
            var next = text[(end + 1)..];
            var length = next.IndexOfAny(Marks);
            length = length < 0 ? next.Length : length;
            if ((length < next.Length && next[length] is '"' or '<') || !AreOneAddress(text[..end], text[end], next[..length]))
            {
                return end;
            }

            end += 1 + length;
        }

        return end;
    }

    private static bool AreOneAddress(ReadOnlySpan<char> before, char separator, ReadOnlySpan<char> after)
    {
        var at = before.LastIndexOf('@');
        if (at < 0)
        {
            return separator == ',' && IsWord(before) && after.Contains('@') && IsWord(after) && !BlankCharacters.IsBlank(after[0]);
        }

        var isNext = separator == ',' || !BlankCharacters.IsBlank(after is [] ? ' ' : after[0]);
        return isNext && !before[at..].ContainsAny('.', '>', ']') && IsWord(before) && IsPartOfDomain(BlankCharacters.Trim(after));
    }

    private static bool IsPartOfDomain(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('.' or '-'))
            {
                return false;
            }
        }

        return !EmptyValue.IsBlank(text);
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        var word = BlankCharacters.Trim(text);
        foreach (var character in word)
        {
            if (BlankCharacters.IsBlank(character))
            {
                return false;
            }
        }

        return !EmptyValue.IsBlank(word);
    }

    /// <param name="text">The rest of the cell.</param>
    /// <param name="mayClose">Whether a quote in it may be closed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int EndOfAddress(ReadOnlySpan<char> text, ref bool mayClose)
    {
        for (var i = text.IndexOfAny(Marks); i >= 0 && i < text.Length; i++)
        {
            switch (text[i])
            {
                case ',' or ';' or '|' or '\r' or '\n' or '\u0085' or '\u2028' or '\u2029':
                    return i;
                case '"':
                    i += LengthOfQuoted(text[i..], ref mayClose);
                    break;
                case '<':
                    var close = text[(i + 1)..].IndexOfAny("<>\r\n");
                    i += close > 0 && text[i + 1 + close] == '>' ? close + 1 : 0;
                    break;
            }
        }

        return text.Length;
    }

    /// <summary>The number of characters from an opening quote up to its closing one, or 0 if no quote closes it.</summary>
    /// <remarks>If no quote closes one, no quote closes a later one either: every later quote follows a backslash.</remarks>
    private static int LengthOfQuoted(ReadOnlySpan<char> text, ref bool mayClose)
    {
        for (var i = 1; mayClose && i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return i;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        mayClose = false;
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddParts(scoped ReadOnlySpan<char> text, ref CellParts addresses)
    {
        if (EmptyValue.IsBlank(text))
        {
            return;
        }

        if (TryTakeFromBrackets(text, out var inside))
        {
            addresses.Add(WithoutScheme(inside));
            return;
        }

        var before = addresses.Count;
        var rest = text;
        var mayClose = true;
        while (!rest.IsEmpty)
        {
            var end = EndOfWord(rest, ref mayClose);
            var word = rest[..end];
            rest = BlankCharacters.Trim(rest[end..]);
            if (IsGlue(word) && addresses.Count > before && !rest.IsEmpty)
            {
                continue;
            }

            if (!word.Contains('@'))
            {
                addresses.Truncate(before);
                addresses.Add(WithoutScheme(text));
                return;
            }

            addresses.Add(WithoutScheme(word));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int EndOfWord(ReadOnlySpan<char> text, ref bool mayClose)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (BlankCharacters.IsBlank(text[i]))
            {
                return i;
            }

            i += text[i] == '"' ? LengthOfQuoted(text[i..], ref mayClose) : 0;
        }

        return text.Length;
    }

    private static bool IsGlue(ReadOnlySpan<char> word) => word is "/" or "-" or "&" or "et" or "ou" or "and" or "or";

    private static bool TryTakeFromBrackets(ReadOnlySpan<char> text, out ReadOnlySpan<char> inside)
    {
        var open = text.LastIndexOf('<');
        inside = open >= 0 && text[^1] == '>' ? BlankCharacters.Trim(text[(open + 1)..^1]) : [];
        var mayClose = true;
        return inside.Contains('@') && !text[..open].ContainsAny('<', '>', '@') && EndOfWord(inside, ref mayClose) == inside.Length;
    }

    /// <summary>An address without <c>mailto:</c> and without the apostrophes that mail programs and spreadsheets put around it.</summary>
    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> address)
    {
        if (address is ['\'' or '\u2019', .. var inside])
        {
            address = inside is [.. var quoted, '\'' or '\u2019'] ? quoted : inside;
        }

        if (!address.StartsWith(UriScheme, StringComparison.OrdinalIgnoreCase))
        {
            return address;
        }

        var bare = address[UriScheme.Length..];
        var at = bare.IndexOf('@');
        var query = at < 0 ? -1 : bare[at..].IndexOf('?');
        return query < 0 ? bare : bare[..(at + query)];
    }
}
