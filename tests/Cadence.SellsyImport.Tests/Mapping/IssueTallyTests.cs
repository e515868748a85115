using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>Issues and their rows are counted by what they have in common.</summary>
public sealed class IssueTallyTests
{
    private static readonly IssueKey Date = new("DateInvalid", IssueSeverity.Warning, "Birthday", "Né le", "day first");
    private static readonly IssueKey Phone = new("PhoneUnrecognised", IssueSeverity.Warning, "Phone", "Tél");
    private static readonly IssueKey Id = new("IdNotDigits", IssueSeverity.Error, "SellsyContactId", "ID");

    private readonly IssueTally _tally = new();

    [Fact]
    public void A_key_has_one_number_and_is_counted_only_with_an_issue()
    {
        Assert.Equal((0, 1, 0), (_tally.NumberOf(Date), _tally.NumberOf(Phone), _tally.NumberOf(Date)));

        _tally.Add(1, row: 7);

        Assert.Equal([(Date, false), (Phone, true)], _tally.Keys);
        Assert.Equal([(Phone, 1L, 7L)], _tally.ToCauses(9, out _));
    }

    [Fact]
    public void Two_issues_of_a_row_are_two_issues_and_one_row()
    {
        var number = _tally.NumberOf(Phone);

        Assert.Equal([true, false, true, false], new long[] { 3, 3, 4, 4 }.Select(row => _tally.Add(number, row)));

        Assert.Equal([(Phone, 2L, 3L)], _tally.ToCauses(9, out _));
        Assert.Equal([new IssueCount(Phone.Code, Phone.Severity, 4)], _tally.ToCounts());
    }

    [Fact]
    public void The_first_row_may_have_the_number_0()
    {
        var number = _tally.NumberOf(Phone);

        Assert.Equal([true, false, true], new long[] { 0, 0, 1 }.Select(row => _tally.Add(number, row)));
        Assert.Equal([(Phone, 2L, 0L)], _tally.ToCauses(9, out _));
    }

    [Theory]
    [InlineData(5, 9, 5)]
    [InlineData(9, 5, 5)]
    public void The_first_row_of_several_additions_is_the_earliest(long one, long other, long first)
    {
        var number = _tally.NumberOf(Phone);
        _tally.Add(number, issues: 3, rows: 2, one);
        _tally.Add(number, issues: 1, rows: 1, other);

        Assert.Equal([(Phone, 3L, first)], _tally.ToCauses(9, out _));
        Assert.Equal(4, Assert.Single(_tally.ToCounts()).Count);
    }

    [Fact]
    public void Issues_of_a_row_and_of_many_are_added_by_their_keys()
    {
        var issue = new ImportIssue(Phone.Code, Phone.Severity) { Field = Phone.Field, Column = Phone.Column, Row = 2 };
        _tally.Add([issue, issue], row: 2);
        _tally.Add([issue], rows: 10, firstRow: 5);

        Assert.Equal([(Phone, 11L, 2L)], _tally.ToCauses(9, out _));
        Assert.Equal(12, Assert.Single(_tally.ToCounts()).Count);
    }

    [Fact]
    public void A_later_part_counts_its_rows_behind_those_before_and_tells_the_numbers_of_its_keys()
    {
        _tally.Add(_tally.NumberOf(Phone), row: 4);
        var later = new IssueTally();
        later.Add(later.NumberOf(Date), row: 1);
        later.Add(later.NumberOf(Date), row: 1);
        later.NumberOf(Id);
        later.Add(later.NumberOf(Phone), row: 2);

        Assert.Equal([1, 2, 0], _tally.Add(later, rowsBefore: 100));

        Assert.Equal([(Phone, 2L, 4L), (Date, 1L, 101L)], _tally.ToCauses(9, out _));
        Assert.Equal([(Phone, true), (Date, true), (Id, false)], _tally.Keys);
    }

    [Fact]
    public void Counts_have_errors_first_then_the_most_frequent_then_the_order_of_codes()
    {
        _tally.Add(_tally.NumberOf(new("B", IssueSeverity.Warning)), issues: 2, rows: 2, firstRow: 1);
        _tally.Add(_tally.NumberOf(new("A", IssueSeverity.Warning, "x")), issues: 1, rows: 1, firstRow: 1);
        _tally.Add(_tally.NumberOf(new("A", IssueSeverity.Warning, "y")), issues: 1, rows: 1, firstRow: 2);
        _tally.Add(_tally.NumberOf(new("C", IssueSeverity.Warning)), issues: 9, rows: 9, firstRow: 1);
        _tally.Add(_tally.NumberOf(new("A", IssueSeverity.Error)), issues: 1, rows: 1, firstRow: 1);

        Assert.Equal(["A 1", "C 9", "A 2", "B 2"], _tally.ToCounts().Select(count => $"{count.Code} {count.Count}"));
    }

    [Fact]
    public void Counts_that_were_taken_before_begin_a_tally()
    {
        var tally = new IssueTally([new("A", IssueSeverity.Warning, 3), new("B", IssueSeverity.Error, 1)]);

        Assert.Equal(["B 1", "A 3"], tally.ToCounts().Select(count => $"{count.Code} {count.Count}"));
        Assert.Equal([3L, 1L], tally.ToCauses(9, out _).Select(cause => cause.Rows));
    }

    [Fact]
    public void Causes_have_the_most_rows_first_then_the_earliest_then_their_names()
    {
        IssueKey[] keys =
        [
            new("A", IssueSeverity.Warning, "f", "c", "a"), new("A", IssueSeverity.Error, "f", "c", "a"), new("A", IssueSeverity.Warning, "f", "c", "b"), new("A", IssueSeverity.Warning, "f", "d", "a"),
            new("A", IssueSeverity.Warning, "g", "c", "a"), new("B", IssueSeverity.Warning, "f", "c", "a"),
        ];
        foreach (var key in Enumerable.Reverse(keys))
        {
            _tally.Add(_tally.NumberOf(key), issues: 1, rows: 1, firstRow: 3);
        }

        _tally.Add(_tally.NumberOf(new("Z", IssueSeverity.Warning)), issues: 1, rows: 1, firstRow: 2);
        _tally.Add(_tally.NumberOf(new("Y", IssueSeverity.Warning)), issues: 2, rows: 2, firstRow: 9);

        Assert.Equal(["Y", "Z", "A", "A", "A", "A", "A", "B"], _tally.ToCauses(9, out _).Select(cause => cause.Key.Code));
        Assert.Equal(keys, _tally.ToCauses(9, out _).Skip(2).Select(cause => cause.Key));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    public void Of_more_causes_than_wanted_the_rest_is_counted(int most, long rest)
    {
        _tally.Add(_tally.NumberOf(Phone), row: 1);
        _tally.Add(_tally.NumberOf(Date), row: 1);
        _tally.NumberOf(Id);

        Assert.Equal(Math.Min(most, 2), _tally.ToCauses(most, out var found).Length);
        Assert.Equal(rest, found);
    }
}
