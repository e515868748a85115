using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>Takes the digits out of a number as people write it, and refuses what is more than digits and the signs between them.</summary>
internal static class PhoneText
{
    private const string UriScheme = "tel:";

    /// <summary>Collects the digits.</summary>
    /// <param name="number">The number, without wrapping.</param>
    /// <param name="digits">Receives the digits.</param>
    /// <param name="count">How many digits.</param>
    /// <param name="isInternational">Whether a plus sign stands before them.</param>
    /// <param name="trunkZeroAt">How many digits stand before a zero in parentheses, <c>(0)</c>; negative if there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryCollect(ReadOnlySpan<char> number, Span<char> digits, out int count, out bool isInternational, out int trunkZeroAt)
    {
        count = 0;
        isInternational = false;
        trunkZeroAt = -1;
        var open = -1;
        for (var i = 0; i < number.Length; i++)
        {
            var character = number[i];
            if (char.IsAsciiDigit(character))
            {
                if (count == digits.Length)
                {
                    return false;
                }

                digits[count++] = character;
            }
            else if (character is '+' or '\uFF0B')
            {
                if (count > 0 || isInternational)
                {
                    return false;
                }

                isInternational = true;
            }
            else if (character is '(' && open < 0)
            {
                open = count;
            }
            else if (character is ')' && open >= 0)
            {
                trunkZeroAt = open > 0 && count == open + 1 && digits[open] == '0' ? open : trunkZeroAt;
                open = -1;
            }
            else if (!IsBetween(character))
            {
                return false;
            }
        }

        return count > 0 && open < 0;
    }

    /// <summary>
    /// Whether nine digits are written like a French number that lost its zero in a spreadsheet. They stand in one piece, or in pairs after
    /// the first group (<c>5 46 77 88 99</c>, <c>692 12 34 56</c>). Other groups are those of an amount or of a SIREN.
    /// </summary>
    public static bool IsWithoutItsZero(ReadOnlySpan<char> number)
    {
        var groups = 0;
        var length = 0;
        for (var i = 0; i <= number.Length; i++)
        {
            if (i < number.Length && char.IsAsciiDigit(number[i]))
            {
                length++;
                continue;
            }

            if (length > 0 && !(groups == 0 ? length is 1 or 3 or 9 : length == 2))
            {
                return false;
            }

            groups += length > 0 ? 1 : 0;
            length = 0;
        }

        return true;
    }

    /// <summary>The number without blanks, apostrophes and <c>tel:</c> before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<char> WithoutWrapping(ReadOnlySpan<char> text)
    {
        var number = BlankCharacters.Trim(text).TrimStart('\'').TrimStart('\u2019');
        return BlankCharacters.Trim(number.StartsWith(UriScheme, StringComparison.OrdinalIgnoreCase) ? number[UriScheme.Length..] : number);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsBetween(char character) =>
        character is '.' or '-' or '/' or '_' or '\u00B7' or (>= '\u2010' and <= '\u2015') or '\u2212' || BlankCharacters.IsBlank(character);
}
