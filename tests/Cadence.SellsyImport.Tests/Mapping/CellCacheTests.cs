using System.Globalization;
using System.Text;
using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>Cells that recur are found again, and a column in which few recur is not looked through.</summary>
public sealed class CellCacheTests
{
    private readonly CellCache _cache = new();

    [Theory]
    [InlineData("a")]
    [InlineData("La Rochelle")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void A_cell_that_was_added_is_found_and_no_other(string cell)
    {
        Assert.False(Contains(cell));

        Add(cell);

        Assert.True(Contains(cell));
        Assert.False(Contains(cell + "x"));
        Assert.False(Contains("b"));
    }

    [Fact]
    public void Cells_are_compared_whole()
    {
        var towns = Enumerable.Range(0, 400).Select(number => $"town {number * 7919 % 1000} on the river").ToArray();
        foreach (var town in towns)
        {
            Add(town);
            Assert.True(Contains(town));
        }

        Assert.DoesNotContain(towns, town => Contains(town.Replace("river", "ri" + "ber", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_cell_of_more_than_64_bytes_is_not_kept()
    {
        var cell = new string('x', 65);
        Add(cell);

        Assert.False(Contains(cell));
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(511, false)]
    public void A_column_in_which_half_of_the_cells_recur_is_worth_looking_through(int recurring, bool isUseful)
    {
        Add("a");
        for (var i = 0; i < 1023; i++)
        {
            Assert.True(_cache.IsUseful);
            Contains(i < recurring ? "a" : i.ToString(CultureInfo.InvariantCulture) + " once");
        }

        Contains("a");

        Assert.Equal(isUseful, _cache.IsUseful);
    }

    [Fact]
    public void Each_thousand_cells_are_judged_by_themselves()
    {
        Add("a");
        for (var i = 0; i < 1024; i++)
        {
            Contains("a");
        }

        Assert.True(_cache.IsUseful);
        for (var i = 0; i < 1023; i++)
        {
            Contains("b");
        }

        Assert.True(_cache.IsUseful);
        Contains("b");
        Assert.False(_cache.IsUseful);
    }

    private bool Contains(string cell) => _cache.Contains(Encoding.UTF8.GetBytes(cell));

    private void Add(string cell) => _cache.Add(Encoding.UTF8.GetBytes(cell));
}
