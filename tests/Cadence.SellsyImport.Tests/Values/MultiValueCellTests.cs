using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class ListCellTests
{
    [Theory]
    [InlineData("Jean MARTIN", "Jean MARTIN", false)]
    [InlineData(" Jean MARTIN ", "Jean MARTIN", false)]
    [InlineData("Jean MARTIN, Inès BRUN", "Jean MARTIN", true)]
    [InlineData("Jean MARTIN;Inès BRUN", "Jean MARTIN", true)]
    [InlineData("Jean MARTIN|Inès BRUN", "Jean MARTIN", true)]
    [InlineData("Jean MARTIN\r\nInès BRUN", "Jean MARTIN", true)]
    [InlineData(", ;Jean MARTIN,", "Jean MARTIN", false)]
    [InlineData("N/C, Jean MARTIN", "Jean MARTIN", false)]
    [InlineData("Jean MARTIN, Jean MARTIN", "Jean MARTIN", false)]
    [InlineData("Jean MARTIN (Paris, Lyon)", "Jean MARTIN (Paris, Lyon)", false)]
    [InlineData("Jean MARTIN (Paris, Lyon), Inès BRUN", "Jean MARTIN (Paris, Lyon)", true)]
    [InlineData("Jean MARTIN (Paris, Lyon", "Jean MARTIN (Paris", true)]
    [InlineData("", "", false)]
    [InlineData(" ; ", "", false)]
    public void Of_several_owners_in_one_cell_the_first_counts(string cell, string first, bool several)
    {
        Assert.Equal(first, MultiValueCell.First(cell, out var found));
        Assert.Equal(several, found);
    }

    [Fact]
    public void A_cell_is_split_into_its_values_that_are_not_blank()
    {
        Assert.Equal(["a", "b c", "d", "e"], CellValues.Of(" a ,b c;; d|\r\n e , - ", MultiValueCell.Split));
        Assert.Equal(["Dupont, Martin & Fils", "Brun SA"], CellValues.Of("Dupont, Martin & Fils ; Brun SA", MultiValueCell.SplitHard));
        Assert.Equal(["Dupont, Martin & Fils"], CellValues.Of("Dupont, Martin & Fils", MultiValueCell.SplitHard));
        Assert.Empty(CellValues.Of(" \u00A0", MultiValueCell.Split));
        Assert.Empty(CellValues.Of("N/C", MultiValueCell.Split));
    }

    [Fact]
    public void Tags_are_read_once_whatever_their_case_in_their_first_spelling()
    {
        Assert.Equal(["VIP", "Salon Paris", "Été", "Ete"], TagsReader.Read("VIP, Salon Paris;vip|Été\nÉTÉ,Ete"));
        Assert.Empty(TagsReader.Read(""));
        Assert.Equal(["seul"], TagsReader.Read(" seul "));
    }
}
