using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// Dates with the name of the month: <c>15 mars 1985</c>, <c>15-mars-85</c>, <c>vendredi 1er mars 1985</c>, <c>March 15, 1985</c>. The name shows
/// which number is the day.
/// </summary>
internal static class NamedDate
{
    private const int ShortYearLength = 2;
    private const int LongYearLength = 4;
    private const int MostDigitsOfDay = 2;

    /// <summary>Reads the numbers of a date.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateText date)
    {
        // "mar." is a day of the week in "mar. 15 mars", and a month in "Mar. 15, 1985".
        return TryParseWithoutWeekday(text, out date)
            || (TryTakeWord(ref text, out var word) && Weekday.Is(word) && TrySkipMarks(ref text) && TryParseWithoutWeekday(text, out date));
    }

    private static bool TryParseWithoutWeekday(ReadOnlySpan<char> rest, out DateText date)
    {
        date = default;
        var month = 0;
        var isMonthFirst = rest.Length > 0 && !char.IsAsciiDigit(rest[0]);
        if (isMonthFirst && !(TryTakeMonth(ref rest, out month) && TrySkipMarks(ref rest)))
        {
            return false;
        }

        if (!TryTakeDay(ref rest, out var day) || !TrySkipMarks(ref rest))
        {
            return false;
        }

        if (!isMonthFirst && !(TryTakeMonth(ref rest, out month) && TrySkipMarks(ref rest)))
        {
            return false;
        }

        var yearLength = TimeText.CountDigits(rest);
        if (yearLength is not (ShortYearLength or LongYearLength) || !TimeText.TryParse(rest[yearLength..], out var time))
        {
            return false;
        }

        date = new(month, day, TimeText.Number(rest[..yearLength]), IsOrdered: true, yearLength == ShortYearLength, time);
        return true;
    }

    private static bool TryTakeDay(ref ReadOnlySpan<char> rest, out int day)
    {
        var length = TimeText.CountDigits(rest);
        day = length is > 0 and <= MostDigitsOfDay ? TimeText.Number(rest[..length]) : 0;
        rest = rest[length..];
        var suffix = rest.Length < 2 ? default : rest[..2];
        var hasSuffix = day == 1
            ? suffix.Equals("er", StringComparison.OrdinalIgnoreCase) || suffix.Equals("st", StringComparison.OrdinalIgnoreCase)
            : suffix.Equals("nd", StringComparison.OrdinalIgnoreCase) || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase)
                || suffix.Equals("th", StringComparison.OrdinalIgnoreCase) || suffix.Equals("st", StringComparison.OrdinalIgnoreCase);
        rest = hasSuffix ? rest[2..] : rest;
        return day > 0;
    }

    private static bool TryTakeMonth(ref ReadOnlySpan<char> rest, out int month)
    {
        month = TryTakeWord(ref rest, out var word) ? MonthName.NumberOf(word) : 0;
        return month > 0;
    }

    private static bool TryTakeWord(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        var length = 0;
        while (length < rest.Length && (char.IsLetter(rest[length]) || FoldTable.IsMark(rest[length])))
        {
            length++;
        }

        word = rest[..length];
        rest = rest[length..];
        return length > 0;
    }

    /// <summary>Skips what stands between the parts of a date, at least one character.</summary>
    private static bool TrySkipMarks(ref ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && (rest[length] is '-' or '/' or '.' or ',' || BlankCharacters.IsBlank(rest[length])))
        {
            length++;
        }

        rest = rest[length..];
        return length > 0;
    }
}
