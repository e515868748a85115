using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>The order of day and month of a column, which all of its values decide together.</summary>
public sealed class DateColumnTests
{
    private readonly DateScan _scan = new(FieldMapping.Empty.WithColumn(LeadFields.Birthday, new(3, "Né le")).Compiled[0]);

    [Theory]
    [InlineData("03/04/1980", DateOrder.DayFirst, 0, 0, 1, true)]
    [InlineData("03/04/1980 25/04/1980", DateOrder.DayFirst, 0, 1, 1, false)]
    [InlineData("03/04/1980 04/25/1980", DateOrder.MonthFirst, 1, 0, 1, false)]
    [InlineData("25/04/1980 04/25/1980 04/26/1980", DateOrder.DayFirst, 2, 1, 0, false)]
    [InlineData("04/04/1980 1980-04-03 hier", DateOrder.DayFirst, 0, 0, 0, false)]
    [InlineData("", DateOrder.DayFirst, 0, 0, 0, false)]
    public void The_order_is_the_one_that_no_value_rules_out(string values, DateOrder order, long rulesOutDayFirst, long rulesOutMonthFirst, long undecided, bool isAssumed)
    {
        Add(_scan, values);
        var facts = _scan.Column.ToFacts();

        Assert.Equal(new(order, rulesOutDayFirst, rulesOutMonthFirst, undecided), facts);
        Assert.Equal(isAssumed, facts.IsAssumed);
        Assert.False((facts with { IsChosen = true }).IsAssumed);
        Assert.Equal(rulesOutMonthFirst > 0, _scan.Column.RulesOutMonthFirst);
    }

    [Fact]
    public void A_value_that_is_no_date_in_an_order_is_counted_under_it()
    {
        Assert.Equal((true, true), _scan.Add("03/04/1980", 2026, 1));
        Assert.Equal((true, false), _scan.Add("25/04/1980", 2026, 2));
        Assert.Equal((false, true), _scan.Add("04/25/1980", 2026, 3));
        Assert.Equal((false, false), _scan.Add("hier", 2026, 4));
        Assert.Equal((false, false), _scan.Add("31/31/1980", 2026, 5));

        var dayFirst = _scan.Unreadable(DateOrder.DayFirst);
        var monthFirst = _scan.Unreadable(DateOrder.MonthFirst);
        Assert.Equal((3, 3, 3, 2), (dayFirst.Count, dayFirst.First, monthFirst.Count, monthFirst.First));
    }

    [Fact]
    public void The_values_of_a_later_part_are_added_behind_the_rows_before()
    {
        Add(_scan, "03/04/1980");
        var later = new DateScan(_scan.Assignment);
        Add(later, "04/25/1980 25/04/1980 03/04/1980");

        _scan.Add(later, rowsBefore: 10);

        Assert.Equal(new(DateOrder.DayFirst, 1, 1, 2), _scan.Column.ToFacts());
        Assert.Equal((11, 12), (_scan.Unreadable(DateOrder.DayFirst).First, _scan.Unreadable(DateOrder.MonthFirst).First));
    }

    [Fact]
    public void The_issue_of_a_value_tells_the_order_under_which_it_is_no_date()
    {
        Assert.Equal(new(IssueCodes.DateInvalid, IssueSeverity.Warning, "Birthday", "Né le", "dd/MM/yyyy"), _scan.IssueUnder(DateOrder.DayFirst));
        Assert.Equal(new(IssueCodes.DateInvalid, IssueSeverity.Warning, "Birthday", "Né le", "MM/dd/yyyy"), _scan.IssueUnder(DateOrder.MonthFirst));

        _scan.NumberUnder(DateOrder.DayFirst) = 4;

        Assert.Equal((4, RowScanner.Unknown), (_scan.NumberUnder(DateOrder.DayFirst), _scan.NumberUnder(DateOrder.MonthFirst)));
    }

    private static void Add(DateScan scan, string values)
    {
        foreach (var (row, value) in values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            scan.Add(value, 2026, row + 1);
        }
    }
}
