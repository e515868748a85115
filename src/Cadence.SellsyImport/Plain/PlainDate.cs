using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Plain;

/// <summary>
/// Plain dates: <c>dd/MM/yyyy</c> or <c>yyyy-MM-dd</c>, alone or with <c>HH:mm</c> or <c>HH:mm:ss</c> behind a blank. What the numbers mean
/// is decided by <see cref="DateReader"/> alone.
/// </summary>
internal static class PlainDate
{
    private const int LengthOfDate = 10;
    private const int LengthWithMinutes = 16;
    private const int LengthWithSeconds = 19;

    public static bool TryParse(ReadOnlySpan<byte> cell, out DateText date)
    {
        date = default;
        if (cell.Length is not (LengthOfDate or LengthWithMinutes or LengthWithSeconds) || !IsTime(cell[LengthOfDate..]))
        {
            return false;
        }

        if (cell[2] == '/' && cell[5] == '/')
        {
            var (first, second, year) = (Pair(cell), Pair(cell[3..]), (Pair(cell[6..]) * 100) + Pair(cell[8..]));
            date = new(first, second, year, IsOrdered: false, HasShortYear: false, Time: null);
            return first >= 0 && second >= 0 && year >= 0;
        }

        if (cell[4] == '-' && cell[7] == '-')
        {
            var (year, month, day) = ((Pair(cell) * 100) + Pair(cell[2..]), Pair(cell[5..]), Pair(cell[8..]));
            date = new(month, day, year, IsOrdered: true, HasShortYear: false, Time: null);
            return month >= 0 && day >= 0 && year >= 0;
        }

        return false;
    }

    private static bool IsTime(ReadOnlySpan<byte> rest) =>
        rest.IsEmpty
        || (rest[0] == ' ' && rest[3] == ':' && Pair(rest[1..]) is >= 0 and <= 23 && Pair(rest[4..]) is >= 0 and <= 59
            && (rest.Length == LengthWithMinutes - LengthOfDate || (rest[6] == ':' && Pair(rest[7..]) is >= 0 and <= 59)));

    /// <summary>Two digits as a number; else one so small that it stays negative with any other behind it.</summary>
    private static int Pair(ReadOnlySpan<byte> digits)
    {
        var (tens, ones) = (digits[0] - '0', digits[1] - '0');
        return (uint)tens <= 9 && (uint)ones <= 9 ? (tens * 10) + ones : -1_000_000;
    }
}
