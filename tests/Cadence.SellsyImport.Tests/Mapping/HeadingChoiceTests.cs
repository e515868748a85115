using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>Which headings mean a field, which are only alike, and how the values of a sample are counted.</summary>
public sealed class HeadingChoiceTests
{
    private readonly MappingSuggester _suggester = new(LeadFields.All);

    [Fact]
    public void A_blank_alias_means_no_column_without_a_heading()
    {
        var suggester = new MappingSuggester([new LeadField("Other", LeadFieldKind.Text) { Aliases = [" "] }]);

        Assert.Empty(suggester.Suggest(SampleFile.Columns("", " "), []).Mapping.Assignments);
    }

    [Fact]
    public void The_name_of_a_field_is_never_a_weak_heading()
    {
        var index = new HeadingIndex([new("Titre", LeadFieldKind.Text), new("Other", LeadFieldKind.Text) { Aliases = ["title", "Poste"] }]);

        Assert.Equal((false, 0, MappingEvidence.Exact), (index.Find("titre")!.IsWeak, index.Find("titre")!.Rank, index.Find("titre")!.Evidence));
        Assert.Equal((true, 1, MappingEvidence.Alias), (index.Find("title")!.IsWeak, index.Find("title")!.Rank, index.Find("title")!.Evidence));
        Assert.Equal((false, 2), (index.Find("poste")!.IsWeak, index.Find("poste")!.Rank));
        Assert.Null(index.Find("autre"));
    }

    [Fact]
    public void A_column_with_less_than_half_of_the_values_of_the_fullest_loses()
    {
        Assert.Equal(1, Column("Email", ["a@b.example", "a@b.example"], ["", "a@b.example"], ["", "a@b.example"]));
        Assert.Equal(0, Column("Email", ["a@b.example", "a@b.example"], ["", "a@b.example"]));
    }

    [Theory]
    [InlineData(true, 3, "12 12 12 12")]
    [InlineData(true, 2, "12 12 12 13")]
    [InlineData(true, 0, "12 13 14 15")]
    [InlineData(true, 0, "12 12 12")]
    [InlineData(true, 2, "12 12 12 a b")]
    [InlineData(true, 3, "12 a b c")]
    [InlineData(false, 0, "12 12 12 12")]
    public void Under_a_weak_heading_ids_that_recur_may_be_those_of_another_thing(bool isWeak, int doubtful, string values)
    {
        var sample = ColumnSample.Of(new(LeadFields.SellsyContactId, 1, isWeak), new(0, "Id"), Rows(values));

        Assert.Equal(new(values.Split(' ').Length, 0, doubtful), sample);
        Assert.Equal(0, ColumnSample.Of(new(LeadFields.OwnerSellsyId, 1, isWeak), new(0, "Id"), Rows("12 12 12 12")).Doubtful);
    }

    [Fact]
    public void A_column_that_a_row_was_not_read_for_has_no_value_there() =>
        Assert.Equal(default, ColumnSample.Of(new(LeadFields.Email, 1, false), new(1, "E-mail"), Rows("a b c")));

    [Theory]
    [InlineData("Prxnom", 1)]
    [InlineData("Prxxom", 0)]
    [InlineData("Prénom", 0)]
    public void A_heading_of_which_a_third_of_the_letters_differs_is_not_alike_and_an_equal_one_is_more_than_alike(string heading, int count)
    {
        var suggester = new MappingSuggester([new LeadField("Field", LeadFieldKind.Text) { Aliases = ["prénom"] }]);

        Assert.Equal(count, suggester.Suggest(SampleFile.Columns(heading), []).Similarities.Length);
    }

    [Theory]
    [InlineData("couleur vert", 1)]
    [InlineData("couleur bleu vert", 1)]
    [InlineData("couleur bleu vert rose", 0)]
    public void Half_of_the_words_in_common_is_alike(string heading, int count)
    {
        var suggester = new MappingSuggester([new LeadField("Field", LeadFieldKind.Text) { Aliases = ["couleur"] }]);

        Assert.Equal(count, suggester.Suggest(SampleFile.Columns(heading), []).Similarities.Length);
    }

    [Theory]
    [InlineData(80, 1)]
    [InlineData(81, 0)]
    public void A_heading_of_more_than_80_letters_is_not_compared(int length, int count)
    {
        var suggester = new MappingSuggester([new LeadField("Field", LeadFieldKind.Text) { Aliases = [new string('x', length - 1) + "y"] }]);

        Assert.Equal(count, suggester.Suggest(SampleFile.Columns(new string('x', length)), []).Similarities.Length);
    }

    [Fact]
    public void Columns_that_are_alike_to_the_same_degree_come_in_the_order_of_the_file()
    {
        var suggester = new MappingSuggester([new LeadField("Field", LeadFieldKind.Text) { Aliases = ["couleur"] }]);

        Assert.Equal([0, 1, 2], suggester.Suggest(SampleFile.Columns("couleux", "couleuz", "couleuw"), []).Similarities.Select(similarity => similarity.Column.Index));
    }

    [Fact]
    public void A_column_that_its_values_veto_is_not_offered_for_the_field_of_its_heading()
    {
        var suggestion = _suggester.Suggest(SampleFile.Columns("Anniversaire"), SampleFile.Rows(["a@b.example"], ["c@d.example"]));

        Assert.Empty(suggestion.Mapping.Assignments);
        Assert.DoesNotContain(suggestion.Similarities, similarity => similarity.Field.Equals(LeadFields.Birthday));
    }

    [Fact]
    public void The_id_of_the_contact_is_the_first_field_of_a_profile() => Assert.Equal(
        ["SellsyContactId", "FirstName"],
        ImportProfile.From(FieldMapping.Empty.WithColumn(LeadFields.FirstName, new(0, "Prénom")).WithColumn(LeadFields.SellsyContactId, new(1, "ID"))).Fields.Select(field => field.Field));

    [Fact]
    public void The_text_of_an_overview_is_its_file_and_how_many_columns_it_has() =>
        Assert.Equal("contacts.csv, 2 columns", new ExportOverview("contacts.csv", null!, SampleFile.Columns("Nom", "Ville"), [], new(FieldMapping.Empty)).ToString());

    [Fact]
    public void The_owners_with_a_comma_are_saved_in_their_order()
    {
        var facts = new ExportFacts(new()) { OwnersWithComma = ["Petit, Zoé", "Durand, Marie", "Roux, Ana"] };

        Assert.Equal(["Durand, Marie", "Petit, Zoé", "Roux, Ana"], facts.ToDocument().OwnersWithComma);
        Assert.True(ExportFacts.Of(facts.ToDocument()).IsOneOwner("Roux, Ana"));
    }

    private int Column(string heading, params string[][] values) =>
        _suggester.Suggest(SampleFile.Columns(heading, "E-mail"), SampleFile.Rows(values)).Mapping.Find(LeadFields.Email)!.Column!.Index;

    private static ImmutableArray<SellsyRow> Rows(string values) => SampleFile.Rows([.. values.Split(' ').Select(value => new[] { value })]);
}
