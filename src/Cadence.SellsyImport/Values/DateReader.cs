namespace Cadence.SellsyImport.Values;

/// <summary>
/// Reads dates without any culture of the host. The order of day and month is the column's, never the cell's: <see cref="Classify"/> returns
/// the evidence of each value, and <see cref="TryRead"/> obeys the decision.
/// </summary>
internal static class DateReader
{
    private const int FirstYear = 1850;
    private const int LastYear = 2200;

    // A leap year stands for a two-digit year while the column is only being looked at: 29/02/00 is a date in some century.
    private const int AnyYear = 2000;

    /// <summary>An order as people write it.</summary>
    public static string FormatOf(DateOrder order) => order == DateOrder.DayFirst ? "dd/MM/yyyy" : "MM/dd/yyyy";

    /// <summary>What a value says about the order of its column.</summary>
    public static DateShape Classify(ReadOnlySpan<char> text)
    {
        return DateText.TryParse(text, out var date) ? ShapeOf(date) : DateShape.NotADate;
    }

    /// <summary>What the numbers of a date say about the order of its column.</summary>
    public static DateShape ShapeOf(in DateText date)
    {
        var year = date.HasShortYear ? AnyYear + date.Year : date.Year;
        if (date.IsOrdered)
        {
            return IsDate(year, date.First, date.Second) ? DateShape.Unambiguous : DateShape.NotADate;
        }

        return (IsDate(year, date.Second, date.First), IsDate(year, date.First, date.Second)) switch
        {
            (true, true) => date.First == date.Second ? DateShape.Unambiguous : DateShape.Either,
            (true, false) => DateShape.DayFirstOnly,
            (false, true) => DateShape.MonthFirstOnly,
            _ => DateShape.NotADate,
        };
    }

    /// <summary>
    /// Reads a date: <c>25/04/2026</c>, <c>25/04/2026, 14:30</c>, <c>25.04.2026 14:30:15</c>, <c>2026-04-25T14:30:15</c>,
    /// <c>25 avril 2026</c>. <c>15-mars-85</c>. Years are 1850 to 2200. A time with an offset is the one on the clock where it was written, because a lead keeps no time zone.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="order">The order that was decided for the column.</param>
    /// <param name="currentYear">
    /// The last year that a two-digit year can mean: <c>26</c> is 2026 if this is 2026, and <c>27</c> is 1927. All dates of a contact
    /// are in the past.
    /// </param>
    /// <param name="value">The date, of unspecified kind.</param>
    /// <param name="hasTime">Whether the text has a time of day.</param>
    public static bool TryRead(ReadOnlySpan<char> text, DateOrder order, int currentYear, out DateTime value, out bool hasTime)
    {
        value = default;
        hasTime = false;
        if (!DateText.TryParse(text, out var date) || !TryReadDay(date, order, currentYear, out var day))
        {
            return false;
        }

        hasTime = date.Time is not null;
        value = day + (date.Time ?? TimeSpan.Zero);
        return true;
    }

    /// <summary>The day that the numbers mean under the order of the column, if there is such a day.</summary>
    public static bool TryReadDay(in DateText date, DateOrder order, int currentYear, out DateTime value)
    {
        var isMonthFirst = date.IsOrdered || order == DateOrder.MonthFirst;
        var month = isMonthFirst ? date.First : date.Second;
        var day = isMonthFirst ? date.Second : date.First;
        var year = date.HasShortYear ? LongYear(date.Year, currentYear) : date.Year;
        var isDate = IsDate(year, month, day);
        value = isDate ? new DateTime(year, month, day) : default;
        return isDate;
    }

    private static int LongYear(int shortYear, int currentYear)
    {
        var inThisCentury = currentYear - (currentYear % 100) + shortYear;
        return inThisCentury > currentYear ? inThisCentury - 100 : inThisCentury;
    }

    private static bool IsDate(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
