using System.Collections.Immutable;
using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>The owner in a cell that may list several, and the names with a comma.</summary>
public sealed class OwnerCellsTests
{
    private static readonly ImmutableHashSet<string> Known = ["Durand, Marie"];

    [Theory]
    [InlineData("Marie", null)]
    [InlineData("Durand, Marie", "Durand, Marie")]
    [InlineData("Durand, Marie; Paul", "Durand, Marie")]
    [InlineData("Marie; Durand, Paul", null)]
    [InlineData("", null)]
    public void A_text_with_a_comma_may_be_one_name(string cell, string? name) => Assert.Equal(name, OwnerCells.NameWithComma(cell));

    [Theory]
    [InlineData("Marie", "Marie", false)]
    [InlineData("Marie; Paul", "Marie", true)]
    [InlineData("Durand, Marie", "Durand, Marie", false)]
    [InlineData("Durand, Marie; Paul", "Durand, Marie", true)]
    [InlineData("Durand, Paul", "Durand", true)]
    [InlineData("", null, false)]
    [InlineData("N/C", null, false)]
    [InlineData(";", null, false)]
    public void The_first_name_is_the_owner_and_a_known_one_has_its_comma(string cell, string? name, bool several)
    {
        Assert.Equal(name, OwnerCells.FirstName(cell, Known, out var found));
        Assert.Equal(several, found);
    }

    [Fact]
    public void Where_no_name_with_a_comma_is_known_commas_separate()
    {
        Assert.Equal("Durand", OwnerCells.FirstName("Durand, Marie", [], out var several));
        Assert.True(several);
    }

    [Theory]
    [InlineData("7", "7", false)]
    [InlineData("7; 8", "7", true)]
    [InlineData("7, 8", "7", true)]
    [InlineData(" 7,1E+12 ", "7,1E+12", false)]
    [InlineData("", null, false)]
    [InlineData("-", null, false)]
    public void The_comma_of_an_exponent_separates_no_ids(string cell, string? id, bool several)
    {
        Assert.Equal(id, OwnerCells.FirstId(cell, out var found));
        Assert.Equal(several, found);
    }
}
