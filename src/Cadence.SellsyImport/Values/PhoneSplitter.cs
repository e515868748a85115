using System.Buffers;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// Takes the numbers of one cell apart. A semicolon, a bar and a line break always separate. A slash, a comma, a dash between blanks,
/// <c>ou</c> and a blank may stand inside one number too (<c>05/46/77/88/99</c>), and so separate only where each side is long enough to be
/// a number by itself.
/// </summary>
internal static class PhoneSplitter
{
    private const int LeastDigits = 6;
    private const int LeastDigitsBesideABlank = 9;

    private static readonly SearchValues<char> Soft = SearchValues.Create("/,&-\u2013oOeE");
    private static readonly SearchValues<char> Hard = SearchValues.Create(";|\r\n\u0085\u2028\u2029");

    /// <summary>The numbers of a cell, without the blanks around them, each as it stood.</summary>
    /// <param name="numbers">Has the cell, and receives its numbers.</param>
    public static void Split(ref CellParts numbers)
    {
        var rest = numbers.Cell;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(Hard);
            end = end < 0 ? rest.Length : end;
            SplitSoft(rest[..end], ref numbers);
            rest = end < rest.Length ? rest[(end + 1)..] : [];
        }
    }

    private static void SplitSoft(scoped ReadOnlySpan<char> text, ref CellParts numbers)
    {
        if (EmptyValue.IsBlank(text))
        {
            return;
        }

        var before = numbers.Count;
        var rest = text;
        while (TryFindSeparator(rest, out var start, out var length))
        {
            if (!TryAdd(rest[..start], ref numbers))
            {
                numbers.Truncate(before);
                numbers.Add(BlankCharacters.Trim(text));
                return;
            }

            rest = rest[(start + length)..];
        }

        if (numbers.Count > before && !TryAdd(rest, ref numbers))
        {
            numbers.Truncate(before);
        }

        if (numbers.Count == before)
        {
            SplitBlanks(BlankCharacters.Trim(text), ref numbers);
        }
    }

    private static bool TryAdd(scoped ReadOnlySpan<char> part, ref CellParts numbers)
    {
        if (EmptyValue.IsBlank(part))
        {
            return true;
        }

        if (CountDigits(part) < LeastDigits)
        {
            return false;
        }

        SplitBlanks(BlankCharacters.Trim(part), ref numbers);
        return true;
    }

    private static void SplitBlanks(scoped ReadOnlySpan<char> text, ref CellParts numbers)
    {
        var before = numbers.Count;
        var rest = text;
        while (!rest.IsEmpty)
        {
            var end = EndOfNumber(rest);
            if (CountDigits(rest[..end]) < LeastDigitsBesideABlank)
            {
                numbers.Truncate(before);
                numbers.Add(text);
                return;
            }

            numbers.Add(BlankCharacters.Trim(rest[..end]));
            rest = BlankCharacters.Trim(rest[end..]);
        }
    }

    // A number ends at a blank before a plus sign. If it is not written in groups, it also ends at a blank after enough digits for a number.
    private static int EndOfNumber(ReadOnlySpan<char> text)
    {
        var isGrouped = false;
        for (var i = 1; i < text.Length; i++)
        {
            if (!BlankCharacters.IsBlank(text[i]))
            {
                continue;
            }

            var next = BlankCharacters.Trim(text[i..]);
            if (next.StartsWith('+') || (!isGrouped && CountDigits(text[..i]) >= LeastDigitsBesideABlank && char.IsAsciiDigit(next[0])))
            {
                return i;
            }

            isGrouped = true;
            i = text.Length - next.Length - 1;
        }

        return text.Length;
    }

    private static bool TryFindSeparator(ReadOnlySpan<char> text, out int start, out int length)
    {
        start = text.IndexOfAny(Soft);
        for (start = start < 0 ? text.Length : start; start < text.Length; start++)
        {
            length = text[start] switch
            {
                '/' or ',' or '&' => 1,
                '-' or '\u2013' when IsBetweenBlanks(text, start, 1) => 1,
                'o' or 'O' when IsBetweenBlanks(text, start, 2) && text[start + 1] is 'u' or 'U' or 'r' or 'R' => 2,
                'e' or 'E' when IsBetweenBlanks(text, start, 2) && text[start + 1] is 't' or 'T' => 2,
                _ => 0,
            };
            if (length > 0)
            {
                return true;
            }
        }

        length = 0;
        return false;
    }

    private static bool IsBetweenBlanks(ReadOnlySpan<char> text, int start, int length) =>
        start > 0 && start + length < text.Length && BlankCharacters.IsBlank(text[start - 1]) && BlankCharacters.IsBlank(text[start + length]);

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += char.IsAsciiDigit(character) ? 1 : 0;
        }

        return count;
    }
}
