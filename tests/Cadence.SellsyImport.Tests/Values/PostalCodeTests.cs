using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class PostalCodeTests
{
    [Theory]
    [InlineData("1000", true)]
    [InlineData("75008", false)]
    [InlineData("100", false)]
    [InlineData("1O00", false)]
    [InlineData("", false)]
    public void A_code_of_four_digits_may_have_lost_its_zero(string code, bool expected) => Assert.Equal(expected, PostalCode.MayLackZero(code));

    [Theory]
    [InlineData("France", true)]
    [InlineData(" FRANCE ", true)]
    [InlineData("fr", true)]
    [InlineData("FRA", true)]
    [InlineData("France métropolitaine", true)]
    [InlineData("République française", true)]
    [InlineData("Belgique", false)]
    [InlineData("F", false)]
    [InlineData("", false)]
    public void France_is_known_by_its_names_and_codes(string country, bool expected) => Assert.Equal(expected, PostalCode.IsFrance(country));
}
