using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>What went wrong in other importers, each by the name of its failure; the rest stand with the stage they belong to.</summary>
public sealed class KnownFailureTests
{
    [Theory]
    [InlineData("oui", true)]
    [InlineData("OUI", true)]
    [InlineData("vrai", true)]
    [InlineData("non", false)]
    [InlineData("faux", false)]
    [InlineData("", null)]
    [InlineData("inscrit", null)]
    public async Task Bool_TryParse_of_oui__oui_is_yes_and_non_is_no_and_a_blank_is_no_consent(string cell, bool? expected)
    {
        using var host = new ImportHost();

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;INSCRIT CAMPAGNES EMAIL\n1;Anne;Marie Durand;{cell}\n"));

        Assert.Equal(expected, row.Lead!.EmailConsent);
    }

    [Fact]
    public async Task Loose_heading_match__whole_headings_decide_and_what_is_only_alike_is_not_mapped()
    {
        using var host = new ImportHost();
        var source = ImportHost.Source(
            "PRENOM CONTACT;NOM SOCIETE;NOM CONTACT;CONTACT ID;EMAIL SOCIETE;SIREN;Prenoms usuels\r\nAnne;Acme;Petit;1;info@acme.example;732829320;Anne Marie\r\n");

        var overview = await host.Importer.OpenAsync(source, ImportHost.Cancellation);

        var mapped = overview.Suggestion.Mapping.Assignments
            .Select(assignment => $"{assignment.Field.Name}={assignment.Column!.Heading}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "Company=NOM SOCIETE", "CompanyEmail=EMAIL SOCIETE", "CompanySiren=SIREN", "FirstName=PRENOM CONTACT", "LastName=NOM CONTACT",
                "SellsyContactId=CONTACT ID",
            ],
            mapped);
        Assert.Equal("Prenoms usuels", Assert.Single(overview.Suggestion.Unmapped).Heading);
    }

    [Fact]
    public async Task First_owner_or_company_of_that_name_taken__a_company_of_one_name_and_two_ids_is_told()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;Société;ID société\r\n1;Anne;Marie Durand;Acme;7\r\n2;Luc;Marie Durand;ACME;8\r\n3;Zoé;Marie Durand;Acme Sud;9\r\n");

        Assert.Equal(["7", "7", "9"], rows.Select(row => row.Lead!.Company!.SellsyId));
        Assert.Equal(IssueCodes.CompanyIdDiffers, Assert.Single(rows[1].Issues).Code);
        Assert.Empty(rows[0].Issues);
        Assert.Empty(rows[2].Issues);
    }

    [Fact]
    public async Task One_transaction_for_the_whole_file__the_batches_before_a_crash_stay_and_the_next_import_adds_the_rest()
    {
        var store = new InMemoryLeadSink();
        var rows = Enumerable.Range(1, 100).Select(id => $"{id};Anne;Marie Durand\n");
        var source = ImportHost.Source("ID Sellsy;Prénom;Propriétaire\n" + string.Concat(rows));
        using (var host = new ImportHost(options => options.BatchSize = 10, sink: new FaultInjectingLeadSink(store, callNumber: 11)))
        {
            await Assert.ThrowsAsync<InjectedFaultException>(() => host.ImportAsync(source));
        }

        Assert.Equal(90, store.Leads.Count);
        using var again = new ImportHost(options => options.BatchSize = 10, sink: store);
        Assert.Equal(new ImportCounts(100, 10, 0, 0, 90, 0), (await again.ImportAsync(source)).Counts);
        Assert.Equal(100, store.Leads.Select(entry => entry.Lead.SellsyContactId).Distinct().Count());
    }

    [Theory]
    [InlineData("05 46 77 88 99", "fr.linkedin.com/in/anne", "+33546778899")]
    [InlineData("05.46.77.88.99", "https://fr.linkedin.com/in/zoé-d’œuvre", "+33546778899")]
    [InlineData("+33 (0)5 46 77 88 99", "www.linkedin.com/in/%C3%A9ric/", "+33546778899")]
    public async Task French_phones_with_spaces_or_dots_and_LinkedIn_addresses_called_invalid__they_are_valid(string phone, string linkedIn, string e164)
    {
        using var host = new ImportHost();

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;Téléphone;LinkedIN\n1;Anne;Marie Durand;{phone};{linkedIn}\n"));

        Assert.Empty(row.Issues);
        Assert.Equal(new LeadPhone(PhoneType.Phone, phone, e164), Assert.Single(row.Lead!.Phones));
        Assert.Equal(linkedIn, row.Lead.LinkedIn);
    }
}
