using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>Digits that a spreadsheet took for a number and wrote as a rounded one. The original digits cannot be recovered.</summary>
internal static class SpreadsheetDamage
{
    private const int MostDigitsOfExponent = 3;

    /// <summary>
    /// Whether the text is a number with an exponent as spreadsheets write it: <c>3,3546E+10</c>, <c>3.41174E+13</c>, <c>4E+12</c>. The
    /// sign of the exponent is always written, so that a code such as <c>12E4</c> is a value.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsExponent(ReadOnlySpan<char> text)
    {
        var value = BlankCharacters.Trim(text).TrimStart('\'');
        if (value.StartsWith('-'))
        {
            value = value[1..];
        }

        var exponent = value.IndexOfAny('E', 'e');
        if (exponent < 1 || exponent + 2 >= value.Length || value[exponent + 1] is not ('+' or '-'))
        {
            return false;
        }

        var digits = value[(exponent + 2)..];
        return digits.Length <= MostDigitsOfExponent && DigitsReader.IsDigits(digits) && IsMantissa(value[..exponent]);
    }

    private static bool IsMantissa(ReadOnlySpan<char> text)
    {
        var separator = text.IndexOfAny(',', '.');
        return separator < 0
            ? DigitsReader.IsDigits(text)
            : DigitsReader.IsDigits(text[..separator]) && DigitsReader.IsDigits(text[(separator + 1)..]);
    }
}
