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
        var value = BlankCharacters.Trim(text).TrimStart('\'');
        return TryParseNumbers(value, out date) || NamedDate.TryParse(value, out date);
    }

    private static bool TryParseNumbers(ReadOnlySpan<char> text, out DateText date)
    {
        date = default;
        var length = TimeText.CountDigits(text);
        if (length is 0 or > LongYearLength || length == text.Length)
        {
            return false;
        }

        var first = TimeText.Number(text[..length]);
        return length == LongYearLength
            ? TryParseYearFirst(first, text[length..], out date)
            : length <= 2 && TryParseYearLast(first, text[length..], out date);
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
