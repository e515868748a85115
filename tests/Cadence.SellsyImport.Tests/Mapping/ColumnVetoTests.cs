using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class ColumnVetoTests
{
    private readonly MappingSuggester _suggester = new(LeadFields.All);

    [Theory]
    [InlineData("ID Sellsy", "lea@example.org", "hugo@example.org")]
    [InlineData("ID Sellsy", "C-17", "C-18", "C-19")]
    [InlineData("ID Sellsy", "12/03/2024", "13/03/2024", "14/03/2024")]
    [InlineData("ID Sellsy", "73282932000074", "44306184100047")]
    [InlineData("ID SOCIETE SELLSY", "contact@example.org", "info@example.org")]
    [InlineData("ID SOCIETE SELLSY", "Kiwi", "Prune", "Pomme")]
    [InlineData("ID propriétaire", "Ana Roux", "Zoé Petit", "Ana Roux")]
    [InlineData("Propriétaire", "1204", "1311")]
    [InlineData("E-mail", "06 12 34 56 78", "+33 6 98 76 54 32")]
    [InlineData("E-mail", "oui", "non", "oui")]
    [InlineData("Téléphone", "lea@example.org", "hugo@example.org")]
    [InlineData("Téléphone", "03/04/1980", "04/05/1981")]
    [InlineData("Mobile", "oui", "non", "oui")]
    [InlineData("Anniversaire", "lea@example.org", "hugo@example.org")]
    [InlineData("Date de création", "Marie Durand", "Paul Petit", "Ana Roux")]
    [InlineData("N° SIREN", "73282932000074", "44306184100047")]
    [InlineData("SIRET SOCIETE", "732829320", "443061841")]
    [InlineData("Titre", "Directrice", "Gérant")]
    [InlineData("Civilité", "lea@example.org", "hugo@example.org")]
    [InlineData("Prénom", "12", "13", "14")]
    [InlineData("Société", "1204", "1311", "1422")]
    [InlineData("Site web", "lea@example.org", "hugo@example.org", "zoe@example.org")]
    [InlineData("INSCRIT CAMPAGNES EMAIL", "lea@example.org", "hugo@example.org")]
    [InlineData("Code postal", "La Rochelle", "Paris", "Lyon")]
    public void Values_of_another_kind_veto_a_heading(string heading, params string[] values)
    {
        var suggestion = Suggest(heading, values);

        Assert.Empty(suggestion.Mapping.Assignments);
        var finding = Assert.Single(suggestion.Findings);
        Assert.Equal(IssueCodes.ColumnVetoed, finding.Code);
        Assert.Equal(IssueSeverity.Warning, finding.Severity);
        Assert.Equal(0, finding.Row);
        Assert.Equal(heading, finding.Column);
        Assert.Equal([heading], suggestion.Unmapped.Select(column => column.Heading));
    }

    [Theory]
    [InlineData("ID Sellsy", "abc")]
    [InlineData("ID Sellsy", "1", "abc")]
    [InlineData("ID Sellsy", "abc", "def")]
    [InlineData("ID Sellsy", "3,3546E+10", "4,1E+10", "5,23E+10")]
    [InlineData("ID Sellsy", "1204.0", "1311.0", "1422.0")]
    [InlineData("ID Sellsy", "'1204", "'1311", "'1422")]
    [InlineData("ID Sellsy", "1 204", "1\u00A0311", "1\u202F422")]
    [InlineData("ID Sellsy", "12", "12", "12", "12", "13")]
    [InlineData("ID Sellsy", "N/C", "-", "0000-00-00")]
    [InlineData("ID SOCIETE SELLSY", "12, 13", "14|15", "16;17")]
    [InlineData("E-mail", "jean.dupont")]
    [InlineData("E-mail", "lea@example.org", "oui", "non")]
    [InlineData("E-mail", "lea@example.org, hugo@example.org")]
    [InlineData("Téléphone", "05 46 77 88 99", "3,3546E+10", "0033 5 46 77 88 99 / 06 12 34 56 78", "+33 (0)5.46.77.88.99 poste 12")]
    [InlineData("Nom", "1789", "1515", "2001", "75011")]
    [InlineData("Anniversaire", "03/04/1980", "1980-04-03", "3 avril 1980", "29314", "0000-00-00")]
    [InlineData("Date de création", "03/04/2026, 10:12", "2026-04-03 10:12:00", "20260403101200")]
    [InlineData("N° SIREN", "732829320", "732 829 320", "7,3E+08", "32829320")]
    [InlineData("SIRET SOCIETE", "73282932000074", "732 829 320 00074", "7,32829E+13", "3282932000074")]
    [InlineData("Titre", "Mme", "M.", "Docteur")]
    [InlineData("Civilité", "Autre", "Autre", "Non précisé")]
    [InlineData("Société", "3M", "1664", "Dupont, Martin & Fils")]
    [InlineData("Site web", "example.org", "https://user@example.org/", "www.example.org/a")]
    [InlineData("Code postal", "17000", "2A004", "SW1A 1AA")]
    [InlineData("INSCRIT CAMPAGNES SMS", "Oui", "0", "subscribed", "N")]
    [InlineData("Propriétaire", "Marie DURAND", "Jean-Pierre L’Hénaff (Lyon)", "")]
    public void Values_that_can_be_meant_for_the_field_do_not_veto(string heading, params string[] values)
    {
        var suggestion = Suggest(heading, values);

        Assert.Single(suggestion.Mapping.Assignments);
        Assert.Empty(suggestion.Findings);
    }

    [Fact]
    public void A_veto_tells_how_many_values_said_so()
    {
        var finding = Assert.Single(Suggest("ID Sellsy", "lea@example.org", "hugo@example.org", "12", "").Findings);

        Assert.Equal<string>(["ID Sellsy", "0", "2", "3"], finding.Arguments);
        Assert.Equal("SellsyContactId", finding.Field);
    }

    [Fact]
    public void Half_of_the_values_is_no_veto() =>
        Assert.Empty(Suggest("ID Sellsy", "lea@example.org", "hugo@example.org", "12", "13").Findings);

    [Fact]
    public void A_field_of_the_host_is_not_vetoed()
    {
        var suggester = new MappingSuggester([new LeadField("Loyalty", LeadFieldKind.Text)]);
        var suggestion = suggester.Suggest(SampleFile.Columns("Loyalty"), SampleFile.Rows(["a@example.org"], ["b@example.org"], ["c@example.org"]));

        Assert.Single(suggestion.Mapping.Assignments);
    }

    private MappingSuggestion Suggest(string heading, params string[] values) =>
        _suggester.Suggest(SampleFile.Columns(heading), SampleFile.Rows([.. values.Select(value => new[] { value })]));
}
