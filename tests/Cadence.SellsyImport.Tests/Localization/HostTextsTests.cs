using Xunit;

namespace Cadence.SellsyImport.Tests.Localization;

public sealed class HostTextsTests
{
    [Fact]
    public void A_host_gives_texts_to_its_codes_and_fields()
    {
        var texts = ImportTexts.French.With(new Dictionary<string, string>
        {
            ["Issue.Crm.Blocked"] = "Domaine bloqué",
            ["IssueText.Crm.Blocked"] = "Le domaine « {0} » est bloqué[1| depuis {1}].",
            ["LeadField.Score"] = "Score commercial",
        });
        var issue = new ImportIssue("Crm.Blocked", IssueSeverity.Error) { Field = "Score", Arguments = ["exemple.fr", ""] };

        Assert.Equal("Domaine bloqué", texts.IssueTitle("Crm.Blocked"));
        Assert.Equal("Score commercial : Le domaine « exemple.fr » est bloqué.", texts.IssueText(issue));
        Assert.Equal("Actif", texts.Label(RowStatus.Active));
        Assert.Equal("fr", texts.Language);
    }

    [Fact]
    public void A_code_with_a_title_alone_says_its_title_and_one_without_any_text_its_code()
    {
        var texts = ImportTexts.English.With(new Dictionary<string, string> { ["Issue.Crm.Blocked"] = "Blocked domain" });

        Assert.Equal("Blocked domain", texts.IssueText(new("Crm.Blocked", IssueSeverity.Error)));
        Assert.Equal("Crm.Other", texts.IssueText(new("Crm.Other", IssueSeverity.Error)));
    }

    [Fact]
    public void A_language_of_the_host_replaces_every_text()
    {
        var spanish = ImportTexts.English.ForLanguage("es", ImportTexts.English.All.ToDictionary(text => text.Key, _ => "traducido"));

        Assert.Equal("es", spanish.Language);
        Assert.All(spanish.All.Values, text => Assert.Equal("traducido", text));
        Assert.Equal("traducido", spanish.Label(RowStatus.Active));
        Assert.Equal("traducido", spanish.IssueText(new(IssueCodes.OwnerUnknown, IssueSeverity.Error)));
        Assert.Equal("traducido", spanish.ErrorText(ErrorCodes.PlanUnreadable, []));
    }

    [Fact]
    public void Both_languages_have_the_same_keys_and_every_text_of_ours_could_be_given_by_a_host()
    {
        Assert.Equal(ImportTexts.French.All.Keys.Order(StringComparer.Ordinal), ImportTexts.English.All.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ImportTexts.French.All.Count, ImportTexts.English.With(ImportTexts.French.All).All.Count);
    }

    [Theory]
    [InlineData("{x}")]
    [InlineData("{0")]
    [InlineData("[0|open")]
    [InlineData("[0 no bar]")]
    [InlineData("closed}")]
    [InlineData("[0|a[1|b]]")]
    public void A_text_with_a_brace_that_is_no_placeholder_is_refused(string text)
    {
        var refused = Assert.Throws<ArgumentException>(() => ImportTexts.English.With(new Dictionary<string, string> { ["IssueText.X"] = text }));

        Assert.Contains("IssueText.X", refused.Message, StringComparison.Ordinal);
    }
}
