using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>Columns whose values say that they are not what their heading says, and the headings of Sellsy's API.</summary>
public sealed class ColumnContentTests
{
    [Fact]
    public async Task Yes_no_and_states_are_no_company_and_no_region()
    {
        var suggestion = await SuggestAsync(
            """
            ID Sellsy;Prénom;Nom;Propriétaire;Client;État
            1;A;B;Hélène Aubrac;Oui;Actif
            2;A;B;Hélène Aubrac;Oui;Archivé
            3;A;B;Hélène Aubrac;Non;Actif
            """);

        Assert.Equal(["SellsyContactId", "FirstName", "LastName", "Owner"], suggestion.Mapping.Assignments.Select(assignment => assignment.Field.Name));
        Assert.Equal(["Client", "État"], suggestion.Findings.Select(finding => finding.Column));
        Assert.All(suggestion.Findings, finding => Assert.Equal(IssueCodes.ColumnVetoed, finding.Code));
    }

    [Theory]
    [InlineData("Client", "Oui")]
    [InlineData("Société", "N")]
    [InlineData("Client", "0")]
    [InlineData("État", "Inactif")]
    [InlineData("État", "en attente")]
    [InlineData("Région", "Prospect")]
    [InlineData("Nom", "Non")]
    [InlineData("Poste", "Vrai")]
    [InlineData("Position", "Active")]
    [InlineData("Propriétaire", "Oui")]
    [InlineData("Collaborateur", "Y")]
    [InlineData("Ville", "Non")]
    public async Task One_such_value_is_enough_where_it_is_the_only_one(string heading, string value)
    {
        var suggestion = await SuggestAsync($"ID Sellsy;Prénom;{heading}\n1;A;{value}\n2;B;\n");

        Assert.Equal(["SellsyContactId", "FirstName"], suggestion.Mapping.Assignments.Select(assignment => assignment.Field.Name));
        Assert.Equal(IssueCodes.ColumnVetoed, Assert.Single(suggestion.Findings).Code);
    }

    [Theory]
    [InlineData("Type société", "client", "prospect", "CompanyType")]
    [InlineData("Société", "Oui Oui SARL", "Prospect & Cie", "Company")]
    [InlineData("Nom", "O", "N", "LastName")]
    [InlineData("Société", "Actif", "Phare", "Company")]
    [InlineData("Inscrit campagnes email", "Oui", "Non", "EmailConsent")]
    public async Task Such_a_value_where_it_belongs_or_a_single_one_vetoes_nothing(string heading, string first, string second, string field)
    {
        var suggestion = await SuggestAsync($"ID Sellsy;Prénom;{heading}\n1;A;{first}\n2;B;{second}\n");

        Assert.Equal(field, suggestion.Mapping.Assignments.Single(assignment => assignment.Column!.Index == 2).Field.Name);
    }

    [Fact]
    public async Task The_headings_of_the_api_are_known_and_its_times_keep_their_wall_time()
    {
        using var host = new ImportHost(users: CaseUsers.All);
        const string csv =
            """
            id,civility,first_name,last_name,email,website,phone_number,mobile_number,fax_number,position,birth_date,note,social.linkedin,owner.id,owner.type,is_archived,created,updated,smart_tags
            51,mr,Jean,Dupont,jean@exemple.fr,http://acme.fr,+33123456789,+33612345678,,CEO,1980-03-12,n,https://www.linkedin.com/in/jd,9001,staff,false,2024-01-02T10:00:00+01:00,2024-01-02T10:00:00+01:00,vip
            52,mr,Jean,Dupont,jean@exemple.fr,http://acme.fr,+33123456789,+33612345678,,CEO,1980-03-12,n,https://www.linkedin.com/in/jd,9001,staff,false,2024-01-02T10:00:00+01:00,2024-01-02T10:00:00+01:00,vip
            """;

        var row = (await host.RowsAsync(csv, mapping => mapping.WithColumn(LeadFields.SellsyContactId, new(0, "id"))))[0];

        Assert.All(row.Issues, issue => Assert.Equal(IssueCodes.AddressShared, issue.Code));
        var lead = row.Lead!;
        Assert.Equal(["+33123456789", "+33612345678"], lead.Phones.Select(phone => phone.E164));
        Assert.Equal(PhoneType.Mobile, lead.Phones[1].Type);
        Assert.Equal(("https://www.linkedin.com/in/jd", new DateTime(2024, 1, 2, 10, 0, 0)), (lead.LinkedIn, lead.CreatedInSellsy));
        Assert.Equal((new DateTime(2024, 1, 2, 10, 0, 0), new DateOnly(1980, 3, 12), "1"), (lead.ModifiedInSellsy, lead.Birthday, row.Owner!.Id));
    }

    private static async Task<MappingSuggestion> SuggestAsync(string csv)
    {
        using var host = new ImportHost(users: CaseUsers.All);
        return (await host.Importer.OpenAsync(ImportHost.Source(csv), ImportHost.Cancellation)).Suggestion;
    }
}
