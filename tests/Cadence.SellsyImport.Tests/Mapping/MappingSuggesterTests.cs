using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class MappingSuggesterTests
{
    private readonly MappingSuggester _suggester = new(LeadFields.All);

    [Fact]
    public void A_heading_that_is_the_name_of_a_field_is_exact()
    {
        var assignment = Assert.Single(Suggest(["FirstName"]).Mapping.Assignments);

        Assert.Equal(LeadFields.FirstName, assignment.Field);
        Assert.Equal(MappingEvidence.Exact, assignment.Evidence);
    }

    [Theory]
    [InlineData("Company zip code", "CompanyZipCode")]
    [InlineData("Sellsy contact id", "SellsyContactId")]
    [InlineData("Company address 2", "CompanyAddress2")]
    public void The_name_of_a_field_is_also_known_in_words(string heading, string field)
    {
        var assignment = Assert.Single(Suggest([heading]).Mapping.Assignments);

        Assert.Equal(field, assignment.Field.Name);
        Assert.Equal(MappingEvidence.Exact, assignment.Evidence);
    }

    [Theory]
    [InlineData("PRENOM CONTACT")]
    [InlineData("Prénom")]
    [InlineData("PrÃ©nom")]
    [InlineData("\uFEFF\"Prénom\"")]
    [InlineData("  prénom\u00A0")]
    public void A_heading_that_is_an_alias_of_a_field_feeds_it(string heading)
    {
        var assignment = Assert.Single(Suggest([heading]).Mapping.Assignments);

        Assert.Equal(LeadFields.FirstName, assignment.Field);
        Assert.Equal(MappingEvidence.Alias, assignment.Evidence);
    }

    [Fact]
    public void The_last_name_is_not_found_inside_the_first_name() =>
        Assert.Equal("FirstName=0 LastName=1", Pairs(Suggest(["PRENOM CONTACT", "NOM CONTACT"])));

    [Fact]
    public void A_heading_that_is_only_alike_is_offered_with_its_score_and_not_applied()
    {
        var suggestion = Suggest(["Prénom usuel"]);

        Assert.Empty(suggestion.Mapping.Assignments);
        var best = suggestion.Similarities[0];
        Assert.Equal(LeadFields.FirstName, best.Field);
        Assert.Equal("Prénom usuel", best.Column.Heading);
        Assert.Equal(0.67, best.Score);
    }

    [Fact]
    public void A_misspelt_heading_is_offered()
    {
        var best = Suggest(["Pr?nom"]).Similarities[0];

        Assert.Equal(LeadFields.FirstName, best.Field);
        Assert.Equal(0.83, best.Score);
    }

    [Fact]
    public void The_words_of_a_field_in_another_order_are_offered_below_1()
    {
        var best = Suggest(["Contact prénom"]).Similarities[0];

        Assert.Equal(LeadFields.FirstName, best.Field);
        Assert.Equal(0.99, best.Score);
    }

    [Fact]
    public void Nothing_is_offered_for_a_field_that_has_its_column()
    {
        var suggestion = Suggest(["Prénom", "Prénom usuel"]);

        Assert.DoesNotContain(suggestion.Similarities, similarity => similarity.Field.Equals(LeadFields.FirstName));
    }

    [Fact]
    public void Similarities_come_best_first_and_at_most_three_a_column()
    {
        var similarities = Suggest(["Adresse de la société partie", "Prénom usuel", "Nom société mère"]).Similarities;

        Assert.NotEmpty(similarities);
        Assert.Equal(similarities.OrderByDescending(similarity => similarity.Score), similarities);
        Assert.All(similarities, similarity => Assert.InRange(similarity.Score, 0.5, 0.99));
        Assert.All(similarities.GroupBy(similarity => similarity.Column), group => Assert.InRange(group.Count(), 1, 3));
    }

    [Fact]
    public void A_heading_of_a_hundred_thousand_characters_is_left_alone()
    {
        var suggestion = Suggest([new string('x', 100_000), "Prénom"]);

        Assert.Equal("FirstName=1", Pairs(suggestion));
        Assert.Empty(suggestion.Similarities);
    }

    [Fact]
    public void The_filled_one_of_two_columns_that_fit_wins_and_the_other_is_named()
    {
        var suggestion = Suggest(["Email", "E-mail"], ["", "lea@example.org"], ["", "hugo@example.org"]);

        Assert.Equal("Email=1", Pairs(suggestion));
        var finding = Assert.Single(suggestion.Findings);
        Assert.Equal(IssueCodes.ColumnsCompete, finding.Code);
        Assert.Equal(IssueSeverity.Warning, finding.Severity);
        Assert.Equal(0, finding.Row);
        Assert.Equal("Email", finding.Field);
        Assert.Equal("Email", finding.Column);
        Assert.Equal<string>(["Email", "0", "E-mail", "1"], finding.Arguments);
        Assert.Equal([new ExportColumn(0, "Email")], suggestion.Unmapped);
    }

    [Fact]
    public void A_column_that_is_filled_a_little_less_does_not_lose_its_stronger_heading() =>
        Assert.Equal("Email=0", Pairs(Suggest(["Email", "E-mail"], ["a@example.org", "a@example.org"], ["", "b@example.org"])));

    [Fact]
    public void An_earlier_alias_goes_before_a_later_one() =>
        Assert.Equal("LastName=1", Pairs(Suggest(["Nom", "Nom de famille"])));

    [Theory]
    [InlineData("ID Sellsy;Prénom;Nom;Owner;Propriétaire", "Owner", "Propriétaire")]
    [InlineData("Sellsy ID;First name;Name;Propriétaire;Owner", "Owner", "Owner")]
    [InlineData("ID Sellsy;Prénom;Nom;Propriétaire;Company;Société", "Company", "Société")]
    [InlineData("CONTACT ID;PRENOM CONTACT;NOM CONTACT;Website;WEB CONTACT", "Website", "WEB CONTACT")]
    [InlineData("Owner;Propriétaire", "Owner", "Owner")]
    public void The_heading_of_the_language_of_the_file_goes_before_that_of_another(string headings, string field, string taken)
    {
        var all = headings.Split(';');

        var suggestion = Suggest(all);

        Assert.Equal(taken, suggestion.Mapping.Assignments.Single(assignment => assignment.Field.Name == field).Column!.Heading);
        Assert.Contains(suggestion.Findings, finding => finding.Code == IssueCodes.ColumnsCompete && finding.Arguments[2] == taken);
    }

    [Fact]
    public void Of_two_equal_headings_the_first_is_taken_and_the_position_tells_them_apart()
    {
        var suggestion = Suggest(["Nom", "Nom"]);

        Assert.Equal("LastName=0", Pairs(suggestion));
        Assert.Equal<string>(["Nom", "1", "Nom", "0"], Assert.Single(suggestion.Findings).Arguments);
    }

    [Fact]
    public void Of_two_equal_headings_the_fuller_one_is_taken() =>
        Assert.Equal("LastName=1", Pairs(Suggest(["Nom", "Nom"], ["Roux", "Roux"], ["", "Petit"])));

    [Theory]
    [InlineData("Collaborateur", "Propriétaire", "Owner")]
    [InlineData("Collaborateurs affectés", "Owner", "Owner")]
    [InlineData("Titre", "Salutation", "Civility")]
    public void A_weak_heading_gives_way_to_a_stronger_one_that_is_filled_less(string weak, string strong, string field) =>
        Assert.Equal($"{field}=1", Pairs(Suggest([weak, strong], [Value(field), ""], [Value(field), ""], [Value(field), Value(field)])));

    [Theory]
    [InlineData("Collaborateur", "Propriétaire", "Owner")]
    [InlineData("Titre", "Salutation", "Civility")]
    public void A_weak_heading_wins_over_a_stronger_one_that_is_empty_and_the_other_is_named(string weak, string strong, string field)
    {
        var suggestion = Suggest([strong, weak], ["", Value(field)], ["", Value(field)]);

        Assert.Equal($"{field}=1", Pairs(suggestion));
        var finding = Assert.Single(suggestion.Findings);
        Assert.Equal(IssueCodes.ColumnsCompete, finding.Code);
        Assert.Equal<string>([strong, "0", weak, "1"], finding.Arguments);
    }

    [Fact]
    public void Of_a_weak_and_a_stronger_heading_that_are_both_empty_the_stronger_is_taken() =>
        Assert.Equal("Civility=1", Pairs(Suggest(["Titre", "Civilité"], ["", ""], ["", ""])));

    [Theory]
    [InlineData("Collaborateurs affectés", "Owner")]
    [InlineData("Titre", "Civility")]
    public void A_weak_heading_alone_is_applied(string heading, string field) => Assert.Equal($"{field}=0", Pairs(Suggest([heading])));

    [Fact]
    public void A_vetoed_column_leaves_the_field_to_the_next_one()
    {
        var suggestion = Suggest(["ID Sellsy", "Sellsy ID"], ["lea@example.org", "1"], ["hugo@example.org", "2"]);

        Assert.Equal("SellsyContactId=1", Pairs(suggestion));
        Assert.Equal(IssueCodes.ColumnVetoed, Assert.Single(suggestion.Findings).Code);
    }

    [Fact]
    public void Columns_without_heading_and_value_are_not_listed_as_unmapped()
    {
        var suggestion = Suggest(["Prénom", "", "", "Score"], ["Léa", "", " ", ""], ["Hugo", "", "x", ""]);

        Assert.Equal([2, 3], suggestion.Unmapped.Select(column => column.Index));
    }

    [Fact]
    public void A_field_of_the_host_is_found_by_its_name_and_its_unfolded_aliases()
    {
        var field = new LeadField("LoyaltyNumber", LeadFieldKind.Text) { Aliases = ["N° de fidélité"] };
        var suggester = new MappingSuggester([.. LeadFields.All, field]);

        Assert.Equal("LoyaltyNumber=0", Pairs(suggester.Suggest(SampleFile.Columns("N° DE FIDELITE"), [])));
        Assert.Equal("LoyaltyNumber=0", Pairs(suggester.Suggest(SampleFile.Columns("Loyalty number"), [])));
    }

    [Fact]
    public void A_name_of_a_field_of_the_host_goes_before_an_alias_of_another_field()
    {
        var suggester = new MappingSuggester([.. LeadFields.All, new LeadField("Poste", LeadFieldKind.Text)]);

        Assert.Equal("Poste=0", Pairs(suggester.Suggest(SampleFile.Columns("Poste"), [])));
    }

    private static string Value(string field) => field switch
    {
        "SellsyContactId" => "1204",
        "Owner" => "Marie Durand",
        _ => "Mme",
    };

    private MappingSuggestion Suggest(string[] headings, params string[][] values) =>
        _suggester.Suggest(SampleFile.Columns(headings), SampleFile.Rows(values));

    private static string Pairs(MappingSuggestion suggestion) =>
        string.Join(' ', suggestion.Mapping.Assignments.Select(assignment => $"{assignment.Field}={assignment.Column!.Index}"));
}
