using Cadence.SellsyImport.Storage;
using Xunit;

namespace Cadence.SellsyImport.Tests.Ledgers;

public sealed class EnumNamesTests
{
    [Fact]
    public void A_name_is_in_lower_case_with_underscores_and_is_found_again()
    {
        Assert.Equal(["skip", "fill_blanks", "overwrite"], Enum.GetValues<ExistingLeadPolicy>().Select(EnumNames.Of));
        Assert.Equal(["running", "interrupted", "finished", "undoing", "undone", "ended"], Enum.GetValues<ImportState>().Select(EnumNames.Of));
        Assert.Equal(["begun", "written", "undoing", "undone"], Enum.GetValues<BatchStage>().Select(EnumNames.Of));
        Assert.All(Enum.GetValues<ExistingLeadPolicy>(), policy => Assert.Equal(policy, EnumNames.Parse<ExistingLeadPolicy>(EnumNames.Of(policy))));
    }

    [Theory]
    [InlineData("Skip")]
    [InlineData("fill blanks")]
    [InlineData("0")]
    [InlineData("")]
    public void Another_text_is_no_name(string name)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => EnumNames.Parse<ExistingLeadPolicy>(name));

        Assert.StartsWith("ExistingLeadPolicy has no value of this name.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_no_value_has_no_name() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EnumNames.Of((ImportState)99));
}
