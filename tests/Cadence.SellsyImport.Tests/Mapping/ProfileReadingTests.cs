using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>What a profile says about the reading of a file, the texts of a column and the further columns of a list.</summary>
public sealed class ProfileReadingTests
{
    [Theory]
    [InlineData("""{"encoding":"ibm850"}""")]
    [InlineData("""{"separator":"|"}""")]
    [InlineData("""{"headingRow":3}""")]
    [InlineData("""{"shortRows":"blank"}""")]
    [InlineData("""{"dateOrders":{"Birthday":"mdy"}}""")]
    [InlineData("""{"dateOrders":{"Birthday":"dmy","CreatedInSellsy":"mdy"}}""")]
    [InlineData("""{"encoding":"ibm850","separator":";","headingRow":3,"shortRows":"blank","dateOrders":{"Birthday":"mdy"}}""")]
    public void What_was_chosen_about_the_reading_is_saved_and_read_back(string reading)
    {
        var profile = Parse($$"""{"version":1,"reading":{{reading}}}""");
        var json = string.Concat(profile.ToJson().Where(character => !char.IsWhiteSpace(character)));

        Assert.EndsWith($"\"reading\":{reading}}}", json, StringComparison.Ordinal);
        Assert.Equal(profile.Overrides, Parse(profile.ToJson()).Overrides);
    }

    [Fact]
    public void Each_choice_has_its_meaning()
    {
        var chosen = Parse("""{"version":1,"reading":{"encoding":"ibm850","separator":"|","headingRow":3,"shortRows":"blank","dateOrders":{"Z":"dmy","A":"mdy"}}}""").Overrides;

        Assert.Equal(("ibm850", '|', 3, ShortRows.Blank), (chosen.Encoding, chosen.Separator, chosen.HeadingRow, chosen.ShortRows));
        Assert.Equal([new("Z", DateOrder.DayFirst), new DateOrderOverride("A", DateOrder.MonthFirst)], chosen.DateOrders);
        Assert.Equal(ReadingOverrides.None, Parse("""{"version":1,"reading":{}}""").Overrides);
        Assert.Equal((ShortRows.Error, null), (Parse("""{"version":1,"reading":{"headingRow":2}}""").Overrides.ShortRows, Parse("""{"version":1,"reading":{"headingRow":2}}""").Overrides.Separator));
    }

    [Fact]
    public void The_orders_of_dates_are_saved_by_the_names_of_their_fields_and_nothing_chosen_is_not_saved()
    {
        var profile = ImportProfile.From(FieldMapping.Empty)
            .WithOverrides(ReadingOverrides.None.WithDateOrder("Z", DateOrder.MonthFirst).WithDateOrder("A", DateOrder.DayFirst));

        Assert.Contains("\"dateOrders\": {\n      \"A\": \"dmy\",\n      \"Z\": \"mdy\"\n    }", profile.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("shortRows", profile.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("reading", ImportProfile.From(FieldMapping.Empty).ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("dateOrders", ImportProfile.From(FieldMapping.Empty).WithOverrides(new() { HeadingRow = 2 }).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"encoding":"klingon"}""")]
    [InlineData("""{"separator":""}""")]
    [InlineData("""{"separator":";;"}""")]
    [InlineData("""{"separator":"a"}""")]
    [InlineData("""{"headingRow":0}""")]
    [InlineData("""{"shortRows":"error"}""")]
    [InlineData("""{"dateOrders":{"":"dmy"}}""")]
    [InlineData("""{"dateOrders":{"Birthday":"ymd"}}""")]
    [InlineData("""{"dateOrders":{"Birthday":null}}""")]
    [InlineData("""{"dateOrders":{"Birthday":"dmy","CreatedInSellsy":"ymd"}}""")]
    [InlineData("""{"separator":";;","shortRows":"blank"}""")]
    [InlineData("""{"separator":";;","dateOrders":{"Birthday":"mdy"}}""")]
    [InlineData("""{"shortRows":"error","dateOrders":{"Birthday":"mdy"}}""")]
    [InlineData("""{"dateOrders":{"":"mdy"}}""")]
    public void A_reading_with_which_no_file_can_be_read_is_refused(string reading) => Assert.Equal(ProfileFault.ReadingInvalid, Fault($$"""{"version":1,"reading":{{reading}}}"""));

    [Theory]
    [InlineData("""{"Email":{"column":"a","further":[{"column":"b"},{"column":"c"}]}}""", null)]
    [InlineData("""{"Email":{"column":"a","further":[]}}""", null)]
    [InlineData("""{"FirstName":{"column":"a","further":[{"column":"b"}]}}""", "FurtherColumnsOfOneValue 1")]
    [InlineData("""{"Other":{"column":"a","further":[{"column":"b"}]}}""", "FurtherColumnsOfOneValue 1")]
    [InlineData("""{"Email":{"constant":"a","further":[{"column":"b"}]}}""", "FurtherColumnsOfOneValue 1")]
    [InlineData("""{"Email":{"column":"a","further":[{"constant":"b"}]}}""", "FurtherColumnsOfOneValue 1")]
    [InlineData("""{"Email":{"column":"a","further":[{"column":"b","further":[{"column":"c"}]}]}}""", "FurtherColumnsOfOneValue 1")]
    [InlineData("""{"Email":{"column":"a","further":[null]}}""", "FieldWithoutSource 2")]
    [InlineData("""{"Email":{"column":"a","further":[{"column":"A"}]}}""", "ColumnOfEarlierField 2")]
    [InlineData("""{"Email":{"column":"a","further":[{"column":"b","values":{" ":""}}]}}""", "ValuesWrong 2")]
    [InlineData("""{"FirstName":{"column":"a","values":{"b":"","c":"d"}}}""", null)]
    [InlineData("""{"FirstName":{"column":"a","values":{"b":null}}}""", "ValuesWrong 1")]
    [InlineData("""{"FirstName":{"column":"a","values":{"":"b"}}}""", "ValuesWrong 1")]
    [InlineData("""{"FirstName":{"column":"a","values":{"c":"d"," b":"b"}}}""", "ValuesWrong 1")]
    [InlineData("""{"FirstName":{"constant":"a","values":{"b":"c"}}}""", "ValuesWrong 1")]
    [InlineData("""{"FirstName":{"column":"a"},"LastName":{"column":"a","occurrence":2}}""", null)]
    public void Only_a_list_has_further_columns_and_a_text_has_no_blanks_around_it(string fields, string? fault)
    {
        var refused = Record.Exception(() => Parse($$"""{"version":1,"fields":{{fields}}}""")) as SellsyImportException;

        Assert.Equal(fault, refused is null ? null : $"{refused.Arguments[^1]} {refused.Arguments[1]}");
    }

    [Fact]
    public void Further_columns_and_the_texts_of_each_column_are_saved_and_read_back()
    {
        var columns = SampleFile.Columns("E-mail", "Autre", "News");
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.Email, columns[0]).WithFurtherColumn(LeadFields.Email, columns[1]).WithColumn(LeadFields.EmailConsent, columns[2])
            .WithValue(columns[1], "inconnu", "").WithValue(columns[2], "z", "oui").WithValue(columns[2], "a", "non");
        var profile = ImportProfile.From(mapping, null, columns);

        var applied = Parse(profile.ToJson()).ApplyTo("contacts.csv", columns, []);

        Assert.Equal(profile, Parse(profile.ToJson()));
        Assert.Equal(mapping.Hash, applied.Hash);
        Assert.Equal([0, 1, 2], applied.Assignments.Select(assignment => assignment.Column!.Index));
        Assert.Equal([[], [new("inconnu", "")], [new("a", "non"), new ValueDecision("z", "oui")]], applied.Assignments.Select(assignment => assignment.Values.ToArray()));
        Assert.Equal([("a", "non"), ("z", "oui")], Parse("""{"version":1,"fields":{"FirstName":{"column":"a","values":{"z":"oui","a":"non"}}}}""").Fields[0].Values.Select(value => (value.Text, value.Value)));
    }

    [Fact]
    public void What_a_person_must_give_is_not_null()
    {
        var profile = ImportProfile.From(FieldMapping.Empty);

        Assert.Throws<ArgumentNullException>(() => ImportProfile.From(null!));
        Assert.Throws<ArgumentNullException>(() => profile.WithOverrides(null!));
        Assert.Throws<ArgumentNullException>(() => profile.WithMatchDecisions(null!));
        Assert.Throws<ArgumentNullException>(() => ImportProfile.Parse(null!, "p.json"));
        Assert.Throws<ArgumentNullException>(() => ImportProfile.Parse("{}", null!));
        Assert.Throws<ArgumentNullException>(() => profile.ApplyTo(null!, [], []));
        Assert.Throws<ArgumentNullException>(() => profile.ApplyTo("contacts.csv", [], null!));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_profile_has_a_path(string? path)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => ImportProfile.LoadAsync(path!, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => ImportProfile.From(FieldMapping.Empty).SaveAsync(path!, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("same", "", "Same")]
    [InlineData("new", "7", "New")]
    public void The_decision_on_other_matches_is_a_word(string word, string lead, string decision)
    {
        var profile = Parse($$"""{"version":1,"matches":{"101":"{{lead}}"},"otherMatches":"{{word}}"}""");

        Assert.Equal(decision, profile.MatchDecisions.Others.ToString());
        Assert.Equal(lead.Length == 0 ? MatchDecision.New : MatchDecision.Same, profile.MatchDecisions.Find("101", "7"));
        Assert.Contains($"\"otherMatches\": \"{word}\"", profile.ToJson(), StringComparison.Ordinal);
        Assert.Equal(ProfileFault.MatchesWrong, Fault("""{"version":1,"matches":{"101":" "}}"""));
    }

    [Fact]
    public void The_default_owners_are_saved_beside_those_of_the_texts()
    {
        var profile = Parse("""{"version":1,"owners":{"Marie":"u-1"},"blankOwner":"u-2","unknownOwner":"u-3"}""");

        Assert.Equal(("u-1", "u-2", "u-3"), (profile.Owners.Find("Marie"), profile.Owners.BlankUserId, profile.Owners.UnknownUserId));
        Assert.Equal(profile, Parse(profile.ToJson()));
        Assert.Equal(profile.GetHashCode(), Parse(profile.ToJson()).GetHashCode());
        Assert.Equal(ProfileFault.OwnerBlank, Fault("""{"version":1,"owners":{" ":"u-1"}}"""));
        Assert.Equal("2", Refusal("""{"version":1,"owners":{"Marie":"u-1","Paul":""}}""").Arguments[1]);
        Assert.Equal("ImportProfile, 0 fields, 1 owners", profile.ToString());
    }

    private static ImportProfile Parse(string json) => ImportProfile.Parse(json, "p.json");

    private static ProfileFault Fault(string json) => Enum.Parse<ProfileFault>(Refusal(json).Arguments[^1]);

    private static SellsyImportException Refusal(string json) => Assert.Throws<SellsyImportException>(() => Parse(json));
}
