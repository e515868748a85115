using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>The files from the field about owners, byte for byte, each with its right answer.</summary>
public sealed class OwnerCaseFilesTests
{
    [Theory]
    [InlineData("owner-homonyms-one-decision.json", "5 - -")]
    [InlineData("owner-homonyms-two-decisions.json", "5 4 -")]
    public async Task Homonyms_of_two_agencies_are_decided_apart(string profile, string expected)
    {
        var (_, rows) = await CaseFile.PreviewAsync("owner-homonyms-with-agency", decisions: CaseFile.Profile(profile).Owners);

        Assert.Equal(expected, Owners(rows));
        Assert.All(rows.Where(row => row.Owner is null), row => Assert.Equal(IssueCodes.OwnerAmbiguous, Assert.Single(row.Issues).Code));
    }

    [Fact]
    public async Task A_suffix_is_ignored_on_one_side_only_and_capitals_mark_the_last_name()
    {
        var (_, rows) = await CaseFile.PreviewAsync("domain-owner-suffix", "domain-owner-suffix-users.csv");

        Assert.Equal("- - 2 - 3 3 3", Owners(rows));
    }

    [Fact]
    public async Task Blank_and_unknown_owners_have_a_user_only_if_a_person_says_so()
    {
        var (_, rows) = await CaseFile.PreviewAsync("domain-blankowner");
        var (plan, decided) = await CaseFile.PreviewAsync("domain-blankowner", decisions: OwnerDecisions.None.ForBlank("2").ForUnknown("3"));

        Assert.Equal("- - - - - 1", Owners(rows));
        Assert.Equal("2 2 3 3 3 1", Owners(decided));
        Assert.Equal([(IssueCodes.UnknownOwnerDefaulted, 3L), (IssueCodes.BlankOwnerDefaulted, 2L)], plan.Issues.Select(count => (count.Code, count.Count)));
    }

    private static string Owners(IEnumerable<PreviewRow> rows) => string.Join(' ', rows.Select(row => row.Owner?.Id ?? "-"));
}
