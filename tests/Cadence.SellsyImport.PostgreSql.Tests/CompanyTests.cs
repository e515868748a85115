using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class CompanyTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_company_with_an_id_is_known_by_its_id_alone()
    {
        await AddAsync(new() { SellsyId = "1", Name = "Alpha" }, new() { SellsyId = "2", Name = "Alpha" }, new() { SellsyId = "1", Name = "Alpha" });

        Assert.Equal([["1", 2L], ["2", 1L]], await _store.QueryAsync("SELECT sellsy_id, count(*) FROM leads JOIN companies ON companies.id = company_id GROUP BY 1 ORDER BY 1"));
    }

    [Fact]
    public async Task A_company_without_an_id_is_known_by_its_folded_name_among_those_without_one()
    {
        await AddAsync(new() { SellsyId = "1", Name = "Alpha" }, new() { Name = "Alpha" }, new() { Name = "ALPHA " }, new() { Name = "Béta" });

        Assert.Equal(
            [["Alpha", "1", 1L], ["Alpha", null, 2L], ["Béta", null, 1L]],
            await _store.QueryAsync("SELECT name, sellsy_id, count(*) FROM leads JOIN companies ON companies.id = company_id GROUP BY companies.id ORDER BY companies.id"));
    }

    [Fact]
    public async Task A_company_with_neither_id_nor_name_is_kept_for_each_lead()
    {
        await AddAsync(new() { Email = "a@x.example" }, new() { Email = "b@x.example" });

        Assert.Equal([["a@x.example"], ["b@x.example"]], await _store.QueryAsync("SELECT companies.email FROM leads JOIN companies ON companies.id = company_id ORDER BY leads.id"));
    }

    [Fact]
    public async Task A_company_is_that_of_the_first_row_of_its_batch_whether_the_row_changes_a_lead_or_adds_one()
    {
        await _store.StartAsync();
        await _store.WriteAsync(1, Samples.Entry(1, Samples.Lead(1)));
        var before = await _store.ReadAsync("1");

        await _store.WriteAsync(
            2,
            Samples.Entry(2, before.Lead with { Company = new() { SellsyId = "7", City = "Paris" } }) with { Before = before },
            Samples.Entry(3, Samples.Lead(2) with { Company = new() { SellsyId = "7", City = "Lyon" } }));

        Assert.Equal([["Paris"]], await _store.QueryAsync("SELECT city FROM companies"));
        Assert.Equal("Paris", (await _store.ReadAsync("1")).Lead.Company?.City);
        Assert.Equal("Lyon", (await _store.ReadAsync("2")).Lead.Company?.City);
    }

    [Fact]
    public async Task A_company_with_neither_id_nor_name_is_the_one_that_its_lead_goes_back_to_when_the_import_is_undone()
    {
        await _store.StartAsync();
        await _store.WriteAsync(1, Samples.Entry(1, Samples.Lead(1) with { Company = new() { Email = "a@x.example" } }));
        await _store.StartAsync("import-2");
        var before = await _store.ReadAsync("1");
        await _store.WriteAsync(
            "import-2", 1, Samples.Entry(1, before.Lead with { Company = new() { SellsyId = "7", Name = "Alpha" } }) with { Before = before });
        var undoing = (IUndoLedger)_store.Ledger;
        await undoing.StartUndoAsync("import-2", Samples.Lease("token-1"), cancellationToken: TestContext.Current.CancellationToken);
        var batch = (await undoing.ReadUndoableAsync("import-2", TestContext.Current.CancellationToken))!;

        var entry = new UndoEntry(1, "1", UndoOutcome.Restored) { Current = batch.Leads[0].Current, Restored = batch.Leads[0].Before };
        Assert.True(await undoing.UndoAsync(new("import-2", 1, Samples.Lease("token-1"), [entry]), TestContext.Current.CancellationToken));
        await undoing.EndUndoAsync("import-2", "token-1", Samples.Import.StartedAt, TestContext.Current.CancellationToken);

        Assert.Equal([["1", "a@x.example"]], await _store.QueryAsync("SELECT sellsy_contact_id, companies.email FROM companies LEFT JOIN leads ON company_id = companies.id"));
    }

    [Fact]
    public async Task Every_value_of_a_company_with_neither_id_nor_name_is_kept()
    {
        await AddAsync(Samples.FullCompany() with { SellsyId = null, Name = null }, new() { AddressLines = ["1 rue \"Haute\"", "Évry"] });

        Assert.Equal(
            [["Bourg-en-Bresse", "12 rue des Écoles", 1], [null, "1 rue \"Haute\"", 1]],
            await _store.QueryAsync("SELECT city, address_lines ->> 0, created_by_batch FROM companies ORDER BY id"));
    }

    [Fact]
    public async Task What_a_later_row_tells_otherwise_of_a_company_is_kept_with_its_lead()
    {
        await AddAsync(Samples.FullCompany(), Samples.FullCompany(), Samples.FullCompany() with { City = "Mâcon" });
        await AssertAsToldAsync();

        Assert.Equal("Bourg-en-Bresse", Assert.Single(await _store.QueryAsync("SELECT city FROM companies"))[0]);
    }

    [Fact]
    public async Task What_a_later_import_tells_otherwise_of_a_company_is_kept_with_its_lead()
    {
        await AddAsync(Samples.FullCompany());
        var later = _store.Open();
        var leads = new[] { Samples.Lead(2) with { Company = Samples.FullCompany() }, Samples.Lead(3) with { Company = Samples.FullCompany() with { City = "Mâcon" } } };
        await new PostgreSqlLeadSink(later).AddAsync(Samples.Batch(2, leads), TestContext.Current.CancellationToken);

        await AssertAsToldAsync();
    }

    [Fact]
    public async Task A_company_that_another_program_deleted_is_created_again()
    {
        await AddAsync(new LeadCompany { SellsyId = "1", Name = "Alpha" });
        await _store.RunAsync("DELETE FROM leads; DELETE FROM companies;");

        await _store.AddAsync(2, Samples.Lead(9) with { Company = new() { SellsyId = "1", Name = "Alpha" } });

        Assert.Equal(["1", 2], Assert.Single(await _store.QueryAsync("SELECT sellsy_id, created_by_batch FROM companies")));
    }

    [Fact]
    public async Task A_batch_that_only_finds_contacts_leaves_no_company_behind()
    {
        await _store.AddAsync(1, Samples.Lead(1));

        Assert.Equal([LeadEntryOutcome.AlreadyPresent], await _store.AddAsync(2, Samples.Lead(1) with { Company = new() { Name = "Alpha" } }));

        Assert.Equal(0, await _store.CountAsync("companies"));
    }

    [Fact]
    public async Task Every_value_that_a_later_row_tells_otherwise_is_noticed()
    {
        var company = Samples.FullCompany();
        LeadCompany[] others =
        [
            company with { Name = null }, company with { Email = null }, company with { Phone = null },
            company with { Phone = company.Phone! with { Type = PhoneType.Fax } }, company with { Phone = company.Phone! with { E164 = null } },
            company with { Phone = company.Phone! with { Text = "" } }, company with { Website = null }, company with { Size = null },
            company with { Type = null }, company with { AddressLines = [] }, company with { AddressLines = ["12 rue des ÉcolesBâtiment \"C\""] },
            company with { ZipCode = null }, company with { City = null }, company with { State = null }, company with { Country = null },
            company with { Siren = null }, company with { Siret = null },
        ];

        await AddAsync([company, company, .. others]);

        Assert.Equal([[(long)others.Length]], await _store.QueryAsync("SELECT count(company_as_told) FROM leads"));
        Assert.Equal(1, await _store.CountAsync("companies"));
    }

    [Fact]
    public async Task The_companies_of_a_lead_of_several_are_those_of_other_leads()
    {
        await AddAsync(new LeadCompany { Name = "Alpha" }, new LeadCompany { Name = "Béta" });

        await _store.AddAsync(2, Samples.Lead(9) with { Company = new() { Name = "Béta" }, OtherCompanies = [new() { Name = "Gamma" }, new() { Name = "ALPHA" }] });

        Assert.Equal(
            [[1, "Gamma", null], [2, "Alpha", """{"name":"ALPHA"}"""]],
            await _store.QueryAsync("SELECT position, name, lead_other_companies.company_as_told::text FROM lead_other_companies JOIN companies ON companies.id = company_id ORDER BY 1"));
        Assert.Equal(3, await _store.CountAsync("companies"));
    }

    private async Task AddAsync(params LeadCompany[] companies) => await _store.AddAsync(
        1,
        [.. companies.Select((company, index) => Samples.Lead(index + 1) with { Company = company })]);

    private async Task AssertAsToldAsync()
    {
        var told = (await _store.QueryAsync("SELECT company_as_told::text FROM leads ORDER BY id")).Select(row => (string?)row[0]).ToArray();
        Assert.Equal(told.Length - 1, told.Count(text => text is null));
        Assert.Equal(
            """{"sellsy_id":"88","name":"Étigny & Fils","email":"contact@etigny.example","phone":{"type":"phone","text":"05 46 00 00 00","e164":"+33546000000"},"website":"etigny.example","size":"11-50","type":"client","address_lines":["12 rue des Écoles","Bâtiment \"C\""],"zip_code":"01000","city":"Mâcon","state":"Ain","country":"FR","siren":"732829320","siret":"73282932000074"}""",
            told[^1]);
    }
}
