using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class CompanyTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_company_with_an_id_is_known_by_its_id_alone()
    {
        await AddAsync(new() { SellsyId = "1", Name = "Alpha" }, new() { SellsyId = "2", Name = "Alpha" }, new() { SellsyId = "1", Name = "Alpha" });

        Assert.Equal([["1", 2L], ["2", 1L]], _store.Query("SELECT sellsy_id, count(*) FROM leads JOIN companies ON companies.id = company_id GROUP BY 1"));
    }

    [Fact]
    public async Task A_company_without_an_id_is_known_by_its_folded_name_among_those_without_one()
    {
        await AddAsync(new() { SellsyId = "1", Name = "Alpha" }, new() { Name = "Alpha" }, new() { Name = "ALPHA " }, new() { Name = "Béta" });

        Assert.Equal(
            [["Alpha", "1", 1L], ["Alpha", null, 2L], ["Béta", null, 1L]],
            _store.Query("SELECT name, sellsy_id, count(*) FROM leads JOIN companies ON companies.id = company_id GROUP BY companies.id ORDER BY companies.id"));
    }

    [Fact]
    public async Task A_company_with_neither_id_nor_name_is_kept_for_each_lead()
    {
        await AddAsync(new() { Email = "a@x.example" }, new() { Email = "b@x.example" });

        Assert.Equal([["a@x.example"], ["b@x.example"]], _store.Query("SELECT companies.email FROM leads JOIN companies ON companies.id = company_id ORDER BY leads.id"));
    }

    [Fact]
    public async Task What_a_later_row_tells_otherwise_of_a_company_is_kept_with_its_lead()
    {
        await AddAsync(Samples.FullCompany(), Samples.FullCompany(), Samples.FullCompany() with { City = "Mâcon" });
        AssertAsTold();

        Assert.Equal("Bourg-en-Bresse", Assert.Single(_store.Query("SELECT city FROM companies"))[0]);
    }

    [Fact]
    public async Task What_a_later_import_tells_otherwise_of_a_company_is_kept_with_its_lead()
    {
        await AddAsync(Samples.FullCompany());
        using var later = _store.Open();
        var leads = new[] { Samples.Lead(2) with { Company = Samples.FullCompany() }, Samples.Lead(3) with { Company = Samples.FullCompany() with { City = "Mâcon" } } };
        await new SqliteLeadSink(later).AddAsync(Samples.Batch(2, leads), TestContext.Current.CancellationToken);

        AssertAsTold();
    }

    [Fact]
    public async Task A_company_that_another_program_deleted_is_created_again()
    {
        await AddAsync(new LeadCompany { SellsyId = "1", Name = "Alpha" });
        _store.Run("DELETE FROM leads; DELETE FROM companies;");

        await _store.AddAsync(2, Samples.Lead(9) with { Company = new() { SellsyId = "1", Name = "Alpha" } });

        Assert.Equal(["1", 2L], Assert.Single(_store.Query("SELECT sellsy_id, created_by_batch FROM companies")));
    }

    [Fact]
    public async Task A_batch_that_only_finds_contacts_leaves_no_company_behind()
    {
        await _store.AddAsync(1, Samples.Lead(1));

        Assert.Equal([LeadEntryOutcome.AlreadyPresent], await _store.AddAsync(2, Samples.Lead(1) with { Company = new() { Name = "Alpha" } }));

        Assert.Equal(0, _store.Count("companies"));
    }

    [Fact]
    public void Companies_and_addresses_that_differ_in_one_place_are_not_the_same()
    {
        var company = Samples.FullCompany();
        LeadCompany[] others =
        [
            company with { SellsyId = null }, company with { Name = null }, company with { Email = null }, company with { Phone = null },
            company with { Phone = company.Phone! with { Type = PhoneType.Fax } }, company with { Phone = company.Phone! with { E164 = null } },
            company with { Phone = company.Phone! with { Text = "" } }, company with { Website = null }, company with { Size = null },
            company with { Type = null }, company with { AddressLines = [] }, company with { AddressLines = ["12 rue des Écoles", "Bâtiment \"C\"", "Bourg"] },
            company with { AddressLines = ["12 rue des ÉcolesBâtiment \"C\""] }, company with { ZipCode = null }, company with { City = null },
            company with { State = null }, company with { Country = null }, company with { Siren = null }, company with { Siret = null },
            company with { Siren = company.Siret, Siret = company.Siren }, company,
        ];

        Assert.Equal(others.Length, others.Where(one => others.Count(other => CompanyJson.AreSame(one, other)) == 1).Count());
        Assert.True(CompanyJson.AreSame(company, Samples.FullCompany()));
    }

    private async Task AddAsync(params LeadCompany[] companies) => await _store.AddAsync(
        1,
        [.. companies.Select((company, index) => Samples.Lead(index + 1) with { Company = company })]);

    private void AssertAsTold()
    {
        var told = _store.Query("SELECT company_as_told FROM leads ORDER BY id").Select(row => (string?)row[0]).ToArray();
        Assert.Equal(told.Length - 1, told.Count(text => text is null));
        Assert.Equal(
            """{"sellsy_id":"88","name":"Étigny & Fils","email":"contact@etigny.example","phone":{"type":"phone","text":"05 46 00 00 00","e164":"+33546000000"},"website":"etigny.example","size":"11-50","type":"client","address_lines":["12 rue des Écoles","Bâtiment \"C\""],"zip_code":"01000","city":"Mâcon","state":"Ain","country":"FR","siren":"732829320","siret":"73282932000074"}""",
            told[^1]);
    }
}
