using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Cadence.SellsyImport.Issues;
using Xunit;

namespace Cadence.SellsyImport.Tests.Localization;

public sealed class ImportTextsTests
{
    public static TheoryData<string> Languages => ["fr", "en"];

    [Fact]
    public void The_labels_are_the_words_that_the_users_know()
    {
        Assert.Equal(["", "Actif", "Erreur", "Succès", "Exclu"], Enum.GetValues<RowStatus>().Select(ImportTexts.French.Label));
        Assert.Equal(["", "Active", "Error", "Success", "Excluded"], Enum.GetValues<RowStatus>().Select(ImportTexts.English.Label));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_field_and_label_has_a_text_in_every_language(string language)
    {
        var texts = language == "fr" ? ImportTexts.French : ImportTexts.English;
        var catalogue = language == "fr" ? FrenchTexts.Catalogue : EnglishTexts.Catalogue;
        var issues = Constants(typeof(IssueCodes));
        var errors = Constants(typeof(ErrorCodes));

        Assert.True(issues.Length > 30 && errors.Length > 20);
        Assert.Equal(issues.Order(), catalogue.Issues.Keys.Order());
        Assert.All(issues, code => Assert.NotEqual(code, texts.IssueTitle(code)));
        Assert.All(errors, code => Assert.NotEqual(code, texts.ErrorText(code, [])));
        Assert.All(catalogue.Errors.Keys, key => Assert.Contains(key.Split('.')[0], errors));
        Assert.All(LeadFields.All, field => Assert.Contains($"LeadField.{field.Name}", catalogue.Labels.Keys));
        var labels = typeof(ImportTexts).GetMethods().Where(method => method.Name == nameof(ImportTexts.Label)).ToArray();
        Assert.Equal(5, labels.Length);
        Assert.All(
            labels.SelectMany(label => Enum.GetValues(label.GetParameters()[0].ParameterType).Cast<object>().Select(value => (label, value))),
            pair => Assert.Equal((pair.value, pair.value is RowStatus.Blank), (pair.value, pair.label.Invoke(texts, [pair.value]) is "")));
    }

    [Fact]
    public void Both_languages_name_the_same_arguments()
    {
        var pairs = FrenchTexts.Catalogue.Issues.Select(text => (text.Key, French: text.Value, English: EnglishTexts.Catalogue.Issues[text.Key]))
            .Concat(FrenchTexts.Catalogue.Errors.Select(text => (text.Key, French: text.Value, English: EnglishTexts.Catalogue.Errors[text.Key])))
            .ToArray();

        Assert.True(pairs.Length > 60);
        Assert.All(pairs, pair => Assert.Equal(Placeholders(pair.French), Placeholders(pair.English)));
    }

    [Theory]
    [InlineData("a {0} b {1}", "a x b y")]
    [InlineData("{2}|", "|")]
    [InlineData("[0|there {0}.][!0|absent.]", "there x.")]
    [InlineData("[2|there {2}.][!2|absent.]", "absent.")]
    public void Placeholders_are_filled_and_parts_stand_only_where_they_apply(string template, string expected) =>
        Assert.Equal(expected, TextTemplate.Fill(template, ["x", "y"]));

    [Fact]
    public void Braces_and_brackets_in_arguments_are_text() =>
        Assert.Equal("{1} [0|x] {0}", TextTemplate.Fill("{0} {1}", ["{1} [0|x]", "{0}"]));

    [Fact]
    public void An_issue_or_an_exception_as_text_holds_no_value_of_the_file()
    {
        var issue = new ImportIssue(IssueCodes.OwnerUnknown, IssueSeverity.Error) { Field = "Owner", Row = 12, Arguments = ["Secret Personne", ""] };

        Assert.Equal("OwnerUnknown, row 12, field Owner", issue.ToString());
    }

    private static string[] Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    private static ImmutableSortedSet<string> Placeholders(string text) => [.. Regex.Matches(text, @"\{\d\}|\[!?\d\|").Select(match => match.Value)];
}
