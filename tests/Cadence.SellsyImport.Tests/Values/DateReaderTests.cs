using System.Globalization;
using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class DateReaderTests
{
    private const int ThisYear = 2026;

    [Theory]
    [InlineData("03/04/2026", "2026-04-03T00:00:00", false)]
    [InlineData("25/04/2026", "2026-04-25T00:00:00", false)]
    [InlineData("5/4/2026", "2026-04-05T00:00:00", false)]
    [InlineData("25/04/2026, 14:30", "2026-04-25T14:30:00", true)]
    [InlineData("25/04/2026 14:30", "2026-04-25T14:30:00", true)]
    [InlineData("25/04/2026 14:30:15", "2026-04-25T14:30:15", true)]
    [InlineData("25/04/2026\u00A014h30", "2026-04-25T14:30:00", true)]
    [InlineData("25.04.2026", "2026-04-25T00:00:00", false)]
    [InlineData("25-04-2026 9:05", "2026-04-25T09:05:00", true)]
    [InlineData("2026-04-25", "2026-04-25T00:00:00", false)]
    [InlineData("2026-04-25 14:30:15", "2026-04-25T14:30:15", true)]
    [InlineData("2026-04-25T14:30:15", "2026-04-25T14:30:15", true)]
    [InlineData("2026-04-25T14:30:15.25", "2026-04-25T14:30:15.25", true)]
    [InlineData("2026/04/25", "2026-04-25T00:00:00", false)]
    [InlineData("12/07/1954", "1954-07-12T00:00:00", false)]
    [InlineData("29/02/2024", "2024-02-29T00:00:00", false)]
    [InlineData("25/04/26", "2026-04-25T00:00:00", false)]
    [InlineData("25/04/27", "1927-04-25T00:00:00", false)]
    [InlineData("25/04/68", "1968-04-25T00:00:00", false)]
    [InlineData("1er janvier 1960", "1960-01-01T00:00:00", false)]
    [InlineData("1st January 1960", "1960-01-01T00:00:00", false)]
    [InlineData("2nd March 1960", "1960-03-02T00:00:00", false)]
    [InlineData("3rd March 1960", "1960-03-03T00:00:00", false)]
    [InlineData("4th March 1960", "1960-03-04T00:00:00", false)]
    [InlineData("21st March 1960", "1960-03-21T00:00:00", false)]
    [InlineData("March 15, 1985", "1985-03-15T00:00:00", false)]
    [InlineData("vendredi 1er mars 1985", "1985-03-01T00:00:00", false)]
    [InlineData("mar. 15 mars 1985", "1985-03-15T00:00:00", false)]
    [InlineData("Mar. 15, 1985", "1985-03-15T00:00:00", false)]
    [InlineData("15-mars-85 14:30", "1985-03-15T14:30:00", true)]
    [InlineData("25/04/2026 23:59:59", "2026-04-25T23:59:59", true)]
    [InlineData("2026-04-25T14:30:15.1234567", "2026-04-25T14:30:15.1234567", true)]
    [InlineData("2026-04-25T14:30:15Z", "2026-04-25T14:30:15", true)]
    [InlineData("2026-04-25T14:30:15z", "2026-04-25T14:30:15", true)]
    [InlineData("2026-04-25T14:30:15+02:00", "2026-04-25T14:30:15", true)]
    [InlineData("2026-04-25T14:30:15-0500", "2026-04-25T14:30:15", true)]
    [InlineData("2026-04-25 14:30 +02", "2026-04-25T14:30:00", true)]
    [InlineData("1/1/1850", "1850-01-01T00:00:00", false)]
    [InlineData("31/12/2200", "2200-12-31T00:00:00", false)]
    [InlineData("15 décembre 1985", "1985-12-15T00:00:00", false)]
    [InlineData("15 AOÛT 1985", "1985-08-15T00:00:00", false)]
    [InlineData("'25/04/2026", "2026-04-25T00:00:00", false)]
    public void A_date_is_read_with_the_day_first(string text, string expected, bool hasTime)
    {
        Assert.True(DateReader.TryRead(text, DateOrder.DayFirst, ThisYear, out var value, out var found));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), value);
        Assert.Equal(hasTime, found);
        Assert.Equal(DateTimeKind.Unspecified, value.Kind);
    }

    [Theory]
    [InlineData("04/25/2026", "2026-04-25T00:00:00")]
    [InlineData("04/03/2026 2:30 PM", "2026-04-03T14:30:00")]
    [InlineData("04/03/2026 12:05 AM", "2026-04-03T00:05:00")]
    [InlineData("04/03/2026 12:05 PM", "2026-04-03T12:05:00")]
    [InlineData("04/03/2026 1:05 am", "2026-04-03T01:05:00")]
    [InlineData("2026-04-03", "2026-04-03T00:00:00")]
    public void A_column_with_the_month_first_is_read_so(string text, string expected)
    {
        Assert.True(DateReader.TryRead(text, DateOrder.MonthFirst, ThisYear, out var value, out _));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("2026-04-25", nameof(DateShape.Unambiguous))]
    [InlineData("2026-04-25 14:30:15", nameof(DateShape.Unambiguous))]
    [InlineData("15 décembre 1985", nameof(DateShape.Unambiguous))]
    [InlineData("04/04/2026", nameof(DateShape.Unambiguous))]
    [InlineData("25/04/2026", nameof(DateShape.DayFirstOnly))]
    [InlineData("25/04/26, 10:00", nameof(DateShape.DayFirstOnly))]
    [InlineData("29/02/00", nameof(DateShape.DayFirstOnly))]
    [InlineData("04/25/2026", nameof(DateShape.MonthFirstOnly))]
    [InlineData("03/04/2026", nameof(DateShape.Either))]
    [InlineData("", nameof(DateShape.NotADate))]
    [InlineData("31/02/2026", nameof(DateShape.NotADate))]
    [InlineData("02/29/2025", nameof(DateShape.NotADate))]
    [InlineData("39/10/1993", nameof(DateShape.NotADate))]
    [InlineData("00/00/0000", nameof(DateShape.NotADate))]
    [InlineData("2026-13-01", nameof(DateShape.NotADate))]
    public void A_value_tells_which_order_its_column_can_have(string text, string shape) =>
        Assert.Equal(shape, DateReader.Classify(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("demain")]
    [InlineData("45123")]
    [InlineData("20260425")]
    [InlineData("25/04")]
    [InlineData("25/04/026")]
    [InlineData("25/04-2026")]
    [InlineData("25/04/2026 25:00")]
    [InlineData("25/04/2026 10:60")]
    [InlineData("25/04/2026 10")]
    [InlineData("25/04/2026 et après")]
    [InlineData("25/04/2026,")]
    [InlineData("29/02/2025")]
    [InlineData("29/02/1900")]
    [InlineData("25/04/1849")]
    [InlineData("25/04/2201")]
    [InlineData("2026-04-25Z")]
    [InlineData("2026-04-25T14:30:15+2")]
    [InlineData("2026-04-25T14:30:15+02:0")]
    [InlineData("2026-04-25T14:30:15+02:00:00")]
    [InlineData("2026-04-25T14:30:15 CET")]
    [InlineData("15 tambour 1985")]
    [InlineData("1nd mars 1985")]
    [InlineData("2er mars 1985")]
    [InlineData("mars 1985")]
    [InlineData("mars15, 1985")]
    [InlineData("15mars1985")]
    [InlineData("115 mars 1985")]
    [InlineData("0 mars 1985")]
    [InlineData("15 mars 985")]
    [InlineData("tambour 15, 1985")]
    [InlineData("tambour 15 mars 1985")]
    [InlineData("2026-04")]
    [InlineData("2026-04-")]
    [InlineData("2026-4-123")]
    [InlineData("2026-04-25T14:30:60")]
    [InlineData("2026-04-25T14:30:15.")]
    [InlineData("2026-04-25T14:30:15.12345678")]
    [InlineData("2026-04-25T")]
    [InlineData("25/04/2026T14")]
    [InlineData("25/04/2026 0:30 PM")]
    [InlineData("25_04_2026")]
    [InlineData("25/04/20266")]
    [InlineData("125/04/2026")]
    [InlineData("25/04/2026 13:00 PM")]
    [InlineData("3,3546E+10")]
    public void What_is_no_date_is_not_read(string text)
    {
        Assert.False(DateReader.TryRead(text, DateOrder.DayFirst, ThisYear, out var value, out var hasTime));
        Assert.Equal(default, value);
        Assert.False(hasTime);
    }

    [Fact]
    public void An_order_is_told_as_a_format()
    {
        Assert.Equal("dd/MM/yyyy", DateReader.FormatOf(DateOrder.DayFirst));
        Assert.Equal("MM/dd/yyyy", DateReader.FormatOf(DateOrder.MonthFirst));
    }

    [Fact]
    public void A_leap_day_of_two_digit_years_counts_in_the_century_that_is_meant()
    {
        Assert.True(DateReader.TryRead("29/02/00", DateOrder.DayFirst, ThisYear, out var value, out _));
        Assert.Equal(new DateTime(2000, 2, 29), value);
        Assert.False(DateReader.TryRead("29/02/00", DateOrder.DayFirst, 1999, out _, out _));
    }
}
