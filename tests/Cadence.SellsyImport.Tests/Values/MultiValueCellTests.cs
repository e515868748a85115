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
    [InlineData("Jean MARTIN (Paris, Lyon), Jean MARTIN (Paris, Lyon)", "Jean MARTIN (Paris, Lyon)", false)]
    [InlineData("Jean), Inès (a, b), Jean)", "Jean)", true)]
    [InlineData("(a, b) c, d", "(a, b) c", true)]
    [InlineData("(a\r\nb), c", "(a", true)]
    [InlineData("(a, (b), c", "(a, (b)", true)]
    [InlineData("", "", false)]
    [InlineData(" ; ", "", false)]
    public void Of_several_owners_in_one_cell_the_first_counts(string cell, string first, bool several)
    {
        Assert.Equal(first, MultiValueCell.First(cell, out var found));
        Assert.Equal(several, found);
    }

    [Theory]
    [InlineData("#REF!", "#REF!")]
    [InlineData("a; #N/A ;b", "#N/A")]
    [InlineData("a|Err:502", "Err:502")]
    [InlineData("#VIP, #N/A", "#N/A")]
    [InlineData("#VALEUR!\r\n#REF!", "#VALEUR!")]
    [InlineData("a;b", "")]
    [InlineData("#VIP; 12:30", "")]
    [InlineData("#VIP;", "")]
    [InlineData("", "")]
    public void The_first_error_of_a_spreadsheet_in_a_list_is_found(string cell, string expected)
    {
        Assert.Equal(expected.Length > 0, MultiValueCell.TryFindSpreadsheetError(cell, out var error));
        Assert.Equal(expected, error.ToString());
    }

    [Fact]
    public void A_cell_is_split_into_its_values_that_are_not_blank()
    {
        Assert.Equal(["a", "b c", "d", "e"], CellValues.Of(" a ,b c;; d|\r\n e , - ", MultiValueCell.Split));
        Assert.Equal(["Dupont, Martin & Fils", "Brun SA"], CellValues.Of("Dupont, Martin & Fils ; Brun SA", MultiValueCell.SplitHard));
        Assert.Equal(["Dupont, Martin & Fils"], CellValues.Of("Dupont, Martin & Fils", MultiValueCell.SplitHard));
        Assert.Empty(CellValues.Of(" \u00A0", MultiValueCell.Split));
        Assert.Empty(CellValues.Of("N/C", MultiValueCell.Split));
        var many = Enumerable.Range(1, 40).Select(number => $"valeur {number}").ToArray();
        Assert.Equal(many, CellValues.Of(string.Join(';', many), MultiValueCell.Split));
    }

    [Fact]
    public void Tags_are_read_once_whatever_their_case_in_their_first_spelling()
    {
        Assert.Equal(["VIP", "Salon Paris", "Été", "Ete"], TagsReader.Read("VIP, Salon Paris;vip|Été\nÉTÉ,Ete"));
        Assert.Empty(TagsReader.Read(""));
        Assert.Equal(["seul"], TagsReader.Read(" seul "));
        Assert.Equal(["un", "deux"], TagsReader.Read("UN", ["un", "deux"]));
        Assert.Equal(["un", "trois"], TagsReader.Read("trois", ["un"]));
    }
}
