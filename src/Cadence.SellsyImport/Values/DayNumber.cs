namespace Cadence.SellsyImport.Values;

/// <summary>
/// The number by which a spreadsheet counts the days since 1900, or since 1904: <c>45123</c>, with a time of day <c>45123,604</c>. The number
/// alone does not show which, so it is not read as a date.
/// </summary>
internal static class DayNumber
{
    private const int FewestDigits = 4;
    private const int MostDigits = 5;
    private const int LastYear = 2200;

    /// <summary>Whether the text is such a number. Four digits without decimals up to 2200 are a year.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var length = TimeText.CountDigits(text);
        if (length is < FewestDigits or > MostDigits)
        {
            return false;
        }

        return length == text.Length
            ? length > FewestDigits || TimeText.Number(text) > LastYear
            : text[length] is '.' or ',' && DigitsReader.IsDigits(text[(length + 1)..]);
    }
}
