using System.Buffers;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// Takes the numbers of one cell apart. A semicolon, a bar and a line break always separate. A slash, a comma, a dash between blanks,
/// <c>ou</c> and a blank may stand inside one number too (<c>05/46/77/88/99</c>, <c>+32 (0)470/12.34.56</c>), and so separate only where the
/// whole is no number and each part is one.
/// </summary>
/// <param name="callingCode">The calling code of a number that is written without one.</param>
/// <param name="isFax">Whether the numbers are those of a fax.</param>
internal readonly struct PhoneSplitter(int callingCode, bool isFax = false)
{
    /// <summary>No number with its words is longer.</summary>
    private const int LongestNumber = 64;

    private static readonly SearchValues<char> Soft = SearchValues.Create("/,&-\u2013oOeEaA");
    private static readonly SearchValues<char> Hard = SearchValues.Create(";|\r\n\u0085\u2028\u2029");

    /// <summary>Whether a text can hold several numbers, even where it is one as a whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool HasHardSeparator(ReadOnlySpan<char> text) => text.ContainsAny(Hard);

    /// <summary>The numbers of a cell, without the blanks around them, each as it stood.</summary>
    /// <param name="numbers">Has the cell, and receives its numbers.</param>
    public void Split(ref CellParts numbers)
    {
        var rest = numbers.Cell;
        while (!rest.IsEmpty)
        {
            var end = EndOfHardPart(rest);
            var part = BlankCharacters.Trim(rest[..end]);
            if (!EmptyValue.IsBlank(part) && (IsNumber(part) || !TrySplitSoft(part, ref numbers)))
            {
                numbers.Add(part);
            }

            rest = end < rest.Length ? rest[(end + 1)..] : [];
        }
    }

    private static int EndOfHardPart(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (text[end..].IndexOfAny(Hard) is >= 0 and var next)
        {
            end += next;
            if (!PhoneWords.IsParameter(text[end..]))
            {
                return end;
            }

            end++;
        }

        return text.Length;
    }

    private bool IsNumber(ReadOnlySpan<char> text)
    {
        Span<char> e164 = stackalloc char[PhoneReader.LongestE164];
        return text.Length <= LongestNumber && PhoneReader.TryReadE164(text, callingCode, e164, out _, isFax);
    }

    /// <summary>Splits at marks and words, each part up to the first one where it is a number or several.</summary>
    private bool TrySplitSoft(scoped ReadOnlySpan<char> text, ref CellParts numbers)
    {
        var before = numbers.Count;
        var rest = text;
        while (!rest.IsEmpty)
        {
            var length = AddSoftPart(rest, ref numbers);
            if (length == 0)
            {
                numbers.Truncate(before);
                return false;
            }

            rest = rest[length..];
        }

        return numbers.Count > before;
    }

    /// <returns>The length of the part with the separator behind it; 0 where there is none.</returns>
    private int AddSoftPart(scoped ReadOnlySpan<char> rest, ref CellParts numbers)
    {
        for (var end = 0; end < rest.Length && end <= LongestNumber;)
        {
            var length = NextSeparator(rest, ref end);
            var part = BlankCharacters.Trim(rest[..end]);
            if (EmptyValue.IsBlank(part) || TryAdd(part, ref numbers))
            {
                return end + length;
            }

            end += length;
        }

        return 0;
    }

    private bool TryAdd(scoped ReadOnlySpan<char> part, ref CellParts numbers)
    {
        if (!IsNumber(part))
        {
            return TrySplitBlanks(part, ref numbers);
        }

        numbers.Add(part);
        return true;
    }

    /// <summary>Splits at blanks, each part up to the last one where it is a number.</summary>
    private bool TrySplitBlanks(scoped ReadOnlySpan<char> text, ref CellParts numbers)
    {
        var before = numbers.Count;
        var rest = text;
        while (!rest.IsEmpty)
        {
            var end = EndOfLongestNumber(rest);
            if (end == 0)
            {
                numbers.Truncate(before);
                return false;
            }

            numbers.Add(rest[..end]);
            rest = BlankCharacters.Trim(rest[end..]);
        }

        return true;
    }

    /// <remarks>A word between two numbers belongs to the second one.</remarks>
    private int EndOfLongestNumber(ReadOnlySpan<char> text)
    {
        for (var end = Math.Min(text.Length, LongestNumber); end > 0; end--)
        {
            var isEnd = end == text.Length || (BlankCharacters.IsBlank(text[end]) && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] == ')'));
            if (isEnd && IsNumber(text[..end]))
            {
                return end;
            }
        }

        return 0;
    }

    /// <summary>Moves to the next separator.</summary>
    /// <returns>Its length; 0 at the end of the text.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int NextSeparator(ReadOnlySpan<char> text, ref int start)
    {
        for (var next = text[start..].IndexOfAny(Soft); next >= 0; next = text[start..].IndexOfAny(Soft))
        {
            start += next;
            var length = text[start] switch
            {
                '/' or ',' or '&' => 1,
                '-' or '\u2013' => IsBetweenBlanks(text, start, 1) ? 1 : 0,
                _ => LengthOfWord(text, start),
            };
            if (length > 0)
            {
                return length;
            }

            start++;
        }

        start = text.Length;
        return 0;
    }

    private static int LengthOfWord(ReadOnlySpan<char> text, int start)
    {
        foreach (var word in (ReadOnlySpan<string>)["ou", "or", "et", "and"])
        {
            if (text[start..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && IsBetweenBlanks(text, start, word.Length))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static bool IsBetweenBlanks(ReadOnlySpan<char> text, int start, int length) =>
        start > 0 && start + length < text.Length && BlankCharacters.IsBlank(text[start - 1]) && BlankCharacters.IsBlank(text[start + length]);
}
