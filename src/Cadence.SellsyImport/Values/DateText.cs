using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>The numbers of a date as they stand, before it is decided which is the day.</summary>
internal readonly record struct DateText(int First, int Second, int Year, bool IsOrdered, bool HasShortYear, TimeSpan? Time)
{
    private const int ShortYearLength = 2;
    private const int LongYearLength = 4;

    /// <summary>
    /// Reads the numbers. Where <see cref="IsOrdered"/>, the first is the month and the second the day, whatever the column says.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateText date)
    {
        date = default;
        var rest = BlankCharacters.Trim(text).TrimStart('\'');
        var length = TimeText.CountDigits(rest);
        if (length is 0 or > LongYearLength || length == rest.Length)
        {
            return false;
        }

        var first = TimeText.Number(rest[..length]);
        rest = rest[length..];
        if (length <= 2 && rest[0] is not ('/' or '.' or '-'))
        {
            return TryParseNamedMonth(first, rest, out date);
        }

        return length == LongYearLength
            ? TryParseYearFirst(first, rest, out date)
            : length <= 2 && TryParseYearLast(first, rest, out date);
    }

    private static bool TryParseYearFirst(int year, ReadOnlySpan<char> rest, out DateText date)
    {
        date = default;
        var separator = rest[0];
        if (!TryTakeNumber(ref rest, separator, 2, out var month, out _) || !TryTakeNumber(ref rest, separator, 2, out var day, out _)
            || !TimeText.TryParse(rest, out var time))
        {
            return false;
        }

        date = new DateText(month, day, year, IsOrdered: true, HasShortYear: false, time);
        return true;
    }

    private static bool TryParseYearLast(int first, ReadOnlySpan<char> rest, out DateText date)
    {
        date = default;
        var separator = rest[0];
        if (!TryTakeNumber(ref rest, separator, 2, out var second, out _)
            || !TryTakeNumber(ref rest, separator, LongYearLength, out var year, out var length)
            || length is not (ShortYearLength or LongYearLength) || !TimeText.TryParse(rest, out var time))
        {
            return false;
        }

        date = new DateText(first, second, year, IsOrdered: false, length == ShortYearLength, time);
        return true;
    }

    private static bool TryParseNamedMonth(int day, ReadOnlySpan<char> rest, out DateText date)
    {
        date = default;
        if (day == 1 && rest.StartsWith("er", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[2..];
        }

        if (rest.IsEmpty || !BlankCharacters.IsBlank(rest[0]))
        {
            return false;
        }

        rest = BlankCharacters.Trim(rest);
        var length = 0;
        while (length < rest.Length && !BlankCharacters.IsBlank(rest[length]))
        {
            length++;
        }

        var month = MonthName.NumberOf(rest[..length]);
        rest = BlankCharacters.Trim(rest[length..]);
        var yearLength = TimeText.CountDigits(rest);
        if (month == 0 || yearLength != LongYearLength || !TimeText.TryParse(rest[yearLength..], out var time))
        {
            return false;
        }

        date = new DateText(month, day, TimeText.Number(rest[..yearLength]), IsOrdered: true, HasShortYear: false, time);
        return true;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> rest, char separator, int most, out int number, out int length)
    {
        number = 0;
        length = 0;
        if (rest.IsEmpty || rest[0] != separator || separator is not ('/' or '.' or '-'))
        {
            return false;
        }

        length = TimeText.CountDigits(rest[1..]);
        if (length == 0 || length > most)
        {
            return false;
        }

        number = TimeText.Number(rest.Slice(1, length));
        rest = rest[(length + 1)..];
        return true;
    }
}
