namespace Cadence.SellsyImport.Values;

/// <summary>Digits that a program wrote as a number with decimals: <c>75008.0</c> for <c>75008</c>.</summary>
internal static class WholeNumber
{
    /// <summary>The most digits that a double-precision number keeps exactly.</summary>
    private const int MostDigits = 15;

    /// <summary>
    /// The digits before one or two zeros behind a decimal point or comma; the text itself where it is anything else. Three zeros may be
    /// those of a thousand. More digits than a number keeps may be rounded, so they stay as they are.
    /// </summary>
    public static ReadOnlySpan<char> WithoutDecimals(ReadOnlySpan<char> text)
    {
        var digits = text switch
        {
            [.. var before, '.' or ',', '0', '0'] => before,
            [.. var before, '.' or ',', '0'] => before,
            _ => text,
        };
        return digits.Length is > 0 and <= MostDigits && DigitsReader.IsDigits(digits) ? digits : text;
    }
}
