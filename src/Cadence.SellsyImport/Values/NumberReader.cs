using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>Reads a number as France writes it, under any culture of the host.</summary>
internal static class NumberReader
{
    private const int MostDigits = 28;
    private const int GroupLength = 3;

    /// <summary>
    /// Reads a decimal comma and thousands in groups of three by a space of any kind (U+0020, U+00A0, U+202F, U+2009) or by a dot where a
    /// comma follows. A lone dot is a decimal one, except in <c>1.234</c>, which could be either and is no number here.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var number = Blanks.Trim(text);
        var isNegative = !number.IsEmpty && number[0] is '-' or '\u2212';
        if (isNegative || number.StartsWith('+'))
        {
            number = Blanks.Trim(number[1..]);
        }

        var comma = number.IndexOf(',');
        var dot = number.IndexOf('.');
        var point = comma >= 0 ? comma : dot;
        var whole = point < 0 ? number : number[..point];
        var decimals = point < 0 ? default : number[(point + 1)..];
        if ((point >= 0 && !DigitsReader.IsDigits(decimals)) || (comma < 0 && dot >= 0 && CouldBeThousands(whole, decimals)))
        {
            return false;
        }

        if (!TryAddWhole(whole, out value, out var count) || count + decimals.Length > MostDigits)
        {
            value = 0;
            return false;
        }

        var scale = 1m;
        foreach (var digit in decimals)
        {
            value = (value * 10) + (digit - '0');
            scale *= 10;
        }

        value = isNegative ? -value / scale : value / scale;
        return true;
    }

    private static bool CouldBeThousands(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals) =>
        decimals.Length == GroupLength && whole.Length is >= 1 and <= GroupLength && whole[0] != '0';

    private static bool TryAddWhole(ReadOnlySpan<char> whole, out decimal value, out int count)
    {
        value = 0;
        count = 0;
        var inGroup = 0;
        var separator = '\0';
        foreach (var character in whole)
        {
            if (char.IsAsciiDigit(character))
            {
                if (++count > MostDigits || (separator != '\0' && inGroup == GroupLength))
                {
                    return false;
                }

                value = (value * 10) + (character - '0');
                inGroup++;
                continue;
            }

            var isFirst = separator == '\0';
            if (!IsSeparator(character) || (isFirst ? inGroup is 0 or > GroupLength : inGroup != GroupLength || separator != character))
            {
                return false;
            }

            separator = character;
            inGroup = 0;
        }

        return count > 0 && (separator == '\0' || inGroup == GroupLength);
    }

    private static bool IsSeparator(char character) => character is ' ' or '\u00A0' or '\u202F' or '\u2009' or '.';
}
