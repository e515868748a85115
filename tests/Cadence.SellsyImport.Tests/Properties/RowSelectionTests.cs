using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Properties;

public sealed class RowSelectionTests
{
    private static readonly Arbitrary<long[]> Rows =
        Gen.OneOf(Gen.Choose(1, 30).Select(row => (long)row), Gen.Choose(0, 2).Select(below => long.MaxValue - below)).ArrayOf().ToArbitrary();

    [Fact]
    public void Every_selection_is_read_back_from_its_text() => Property.Holds(Prop.ForAll(Rows, rows =>
    {
        var selection = RowSelection.Of(rows);

        Assert.True(RowSelection.TryParse(selection.ToString(), out var read));
        Assert.Equal(selection.ToString(), read.ToString());
        foreach (var row in Enumerable.Range(1, 31).Select(row => (long)row).Concat([long.MaxValue - 2, long.MaxValue - 1, long.MaxValue]))
        {
            Assert.Equal(rows.Contains(row), selection.Contains(row));
            Assert.Equal(rows.Contains(row), read.Contains(row));
        }
    }));

    [Fact]
    public void No_row_and_all_rows_have_a_word_each()
    {
        Assert.Equal(("none", "none", "all"), (RowSelection.Of().ToString(), RowSelection.None.ToString(), RowSelection.All.ToString()));
        Assert.True(RowSelection.TryParse(" None ", out var none));
        Assert.True(RowSelection.TryParse("ALL", out var all));
        Assert.Equal(("none", "all"), (none.ToString(), all.ToString()));
        Assert.False(none.Contains(1));
        Assert.True(all.Contains(1) && all.Contains(long.MaxValue));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("3-1")]
    [InlineData("1,none")]
    [InlineData("9223372036854775808")]
    public void What_is_no_selection_is_refused(string? text) => Assert.False(RowSelection.TryParse(text, out _));
}
