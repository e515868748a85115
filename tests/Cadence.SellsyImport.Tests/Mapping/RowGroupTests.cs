using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>Rows that have something in common, and the cells of owners by which they are numbered.</summary>
public sealed class RowGroupTests
{
    [Theory]
    [InlineData(3, 7, 3)]
    [InlineData(7, 3, 3)]
    [InlineData(0, 3, 0)]
    [InlineData(3, 0, 0)]
    public void The_first_row_of_a_group_is_the_earliest(long one, long other, long first)
    {
        var rows = default(RowGroup);
        rows.Add(one);
        rows.Add(other);

        Assert.Equal((2, first), (rows.Count, rows.First));
    }

    [Fact]
    public void A_group_without_rows_adds_nothing_and_has_no_place()
    {
        var rows = default(RowGroup);
        rows.Add(5);
        rows.Add(default(RowGroup));

        Assert.Equal((1, 5), (rows.Count, rows.First));
        Assert.Equal((1, 105), (rows.Moved(100).Count, rows.Moved(100).First));
        Assert.Equal((0, 0), (default(RowGroup).Moved(100).Count, default(RowGroup).Moved(100).First));
    }

    [Fact]
    public void Cells_of_owners_are_numbered_as_they_are_met()
    {
        var owners = new OwnerPairs();

        Assert.Equal([0, 1, 2, 0, 3], new[] { ("a", "1"), ("a", "2"), ("", ""), ("a", "1"), ("", "a1") }.Select((pair, row) => owners.Add(pair.Item1, pair.Item2, row + 1)));
        Assert.Equal([new("a", "1"), new("a", "2"), new("", ""), new("", "a1")], owners.Pairs);
        Assert.Equal([(2L, 1L), (1L, 2L), (1L, 3L), (1L, 5L)], owners.Rows.Select(rows => (rows.Count, rows.First)));
    }

    [Theory]
    [InlineData("ab", "c", "a", "bc")]
    [InlineData("", "abc", "abc", "")]
    public void Two_pairs_with_the_same_letters_are_two(string name, string id, string otherName, string otherId)
    {
        var owners = new OwnerPairs();

        Assert.NotEqual(owners.Add(name, id, 1), owners.Add(otherName, otherId, 2));
        Assert.NotEqual(owners.Add("x", new string('x', 65_536), 3), owners.Add(new string('x', 65_537), "", 4));
    }

    [Theory]
    [InlineData(253)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(70_000)]
    public void A_long_cell_is_told_from_another_one_by_its_last_letter(int length)
    {
        var owners = new OwnerPairs();
        var cell = new string('x', length);

        Assert.Equal([0, 1, 2, 0], new[] { (cell, "1"), (cell, "2"), (cell + "y", "1"), (cell, "1") }.Select(pair => owners.Add(pair.Item1, pair.Item2, 1)));
        Assert.Equal(cell, owners.Pairs[0].Name);
    }

    [Fact]
    public void The_pairs_of_a_later_part_keep_the_numbers_of_those_before()
    {
        var owners = new OwnerPairs();
        owners.Add("a", "", 2);
        owners.Add("b", "", 3);
        var later = new OwnerPairs();
        later.Add("c", "", 1);
        later.Add("b", "", 2);
        later.Add("b", "", 4);

        Assert.Equal([2, 1], owners.Add(later, rowsBefore: 10));
        Assert.Equal([(1L, 2L), (3L, 3L), (1L, 11L)], owners.Rows.Select(rows => (rows.Count, rows.First)));
    }
}
