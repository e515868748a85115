using System.Globalization;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// Reads numbers as they are written in France, without any culture of the host: a decimal comma, and thousands in groups of three by a blank, or
/// by a dot before a comma. A decimal point is read where it cannot be one of thousands: <c>1.5</c>, and not <c>1.234</c>.
/// </summary>
internal static class NumberReader
{
    private const int MostDigits = 28;
    private const int DigitsOfGroup = 3;

    /// <summary>Reads a number of at most 28 digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        Span<char> plain = stackalloc char[MostDigits + 2];
        var number = BlankCharacters.Trim(text);
        var isNegative = number is ['-' or '\u2212', ..];
        number = number is ['-' or '\u2212' or '+', .. var unsigned] ? unsigned : number;
        var comma = number.IndexOf(',');
        var whole = comma < 0 ? number : number[..comma];
        var fraction = comma < 0 ? [] : number[(comma + 1)..];
        if (comma < 0 && whole.LastIndexOf('.') is >= 0 and var point && IsDecimalPoint(whole, point))
        {
            fraction = whole[(point + 1)..];
            whole = whole[..point];
        }
        else if (comma >= 0 && fraction.IsEmpty)
        {
            return false;
        }

        var length = 0;
        if (!TryAddWhole(whole, allowsDots: comma >= 0, plain, ref length) || !TryAddFraction(fraction, plain, ref length))
        {
            return false;
        }

        value = decimal.Parse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>Whether a point can only be a decimal one: before it is one run of digits, and the digits behind it are no group, or it is no group.</summary>
    private static bool IsDecimalPoint(ReadOnlySpan<char> text, int point) =>
        DigitsReader.IsDigits(text[..point]) && DigitsReader.IsDigits(text[(point + 1)..])
        && (text.Length - point - 1 != DigitsOfGroup || point > DigitsOfGroup || text[0] == '0');

    /// <summary>Adds digits in one run, or in groups of three that one sign separates.</summary>
    private static bool TryAddWhole(ReadOnlySpan<char> text, bool allowsDots, Span<char> plain, ref int length)
    {
        var first = TimeText.CountDigits(text);
        var isGrouped = first < text.Length;
        if (first == 0 || first > MostDigits || (isGrouped && first > DigitsOfGroup))
        {
            return false;
        }

        text[..first].CopyTo(plain);
        length = first;
        var separator = isGrouped ? text[first] : default;
        var isSeparator = BlankCharacters.IsBlank(separator) || (allowsDots && separator == '.');
        for (var rest = text[first..]; !rest.IsEmpty; rest = rest[(1 + DigitsOfGroup)..])
        {
            if (!isSeparator || rest[0] != separator || TimeText.CountDigits(rest[1..]) != DigitsOfGroup || length + DigitsOfGroup > MostDigits)
            {
                return false;
            }

            rest.Slice(1, DigitsOfGroup).CopyTo(plain[length..]);
            length += DigitsOfGroup;
        }

        return true;
    }

    private static bool TryAddFraction(ReadOnlySpan<char> text, Span<char> plain, ref int length)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (!DigitsReader.IsDigits(text) || length + text.Length > MostDigits)
        {
            return false;
        }

        plain[length++] = '.';
        text.CopyTo(plain[length..]);
        length += text.Length;
        return true;
    }
}
