using Cadence.SellsyImport.Sqlite.Tests.Support;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class LeadVersionTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("UPDATE leads SET last_name = 'Roy'")]
    [InlineData("UPDATE leads SET last_name = last_name")]
    [InlineData("INSERT INTO leads (sellsy_contact_id, owner_id) VALUES ('1', 'u-1') ON CONFLICT DO UPDATE SET note = 'x'")]
    [InlineData("INSERT INTO lead_other_companies (lead_id, position, company_id) SELECT id, 3, company_id FROM leads")]
    [InlineData("UPDATE lead_other_companies SET company_id = 1")]
    [InlineData("DELETE FROM lead_other_companies")]
    public async Task Whatever_somebody_changes_of_a_lead_is_another_version_and_an_edit(string sql)
    {
        var before = await WriteAsync();

        _store.Run(sql);

        Assert.NotEqual(before, await VersionAsync());
        Assert.Equal([[1L]], _store.Query("SELECT edits FROM leads"));
    }

    [Theory]
    [InlineData("INSERT INTO leads SELECT * FROM saved_leads")]
    [InlineData("INSERT INTO leads (id, sellsy_contact_id, owner_id) SELECT id, sellsy_contact_id, owner_id FROM saved_leads")]
    public async Task A_lead_that_was_removed_and_came_again_has_another_version_unless_it_is_the_same_row(string sql)
    {
        var before = await WriteAsync();

        _store.Run($"CREATE TEMP TABLE saved_leads AS SELECT * FROM leads; DELETE FROM lead_other_companies; DELETE FROM leads; {sql};");

        Assert.Equal(sql.Contains('*', StringComparison.Ordinal), before == await VersionAsync());
    }

    [Fact]
    public async Task A_lead_that_the_host_replaces_has_another_version()
    {
        var before = await WriteAsync();
        _store.Run("DELETE FROM lead_other_companies; REPLACE INTO leads (id, sellsy_contact_id, owner_id) SELECT id, sellsy_contact_id, owner_id FROM leads");
        var replaced = await VersionAsync();
        _store.Run("REPLACE INTO leads (id, sellsy_contact_id, owner_id) SELECT id, sellsy_contact_id, owner_id FROM leads");

        Assert.Equal(3, new[] { before, replaced, await VersionAsync() }.Distinct().Count());
    }

    [Fact]
    public async Task What_an_import_writes_is_no_edit()
    {
        var before = await WriteAsync();
        var read = Assert.Single(await _store.Ledger.ReadLeadsAsync(["1"], Cancellation));

        await _store.Ledger.WriteAsync(Samples.Written(2, Samples.Changed(read, lead => lead with { Note = "x", OtherCompanies = [new() { Name = "Initech" }] })), Cancellation);

        Assert.NotEqual(before, await VersionAsync());
        Assert.Equal([[0L]], _store.Query("SELECT edits FROM leads"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<long> WriteAsync()
    {
        await _store.Ledger.StartAsync(Samples.Start, Cancellation);
        var lead = Samples.Lead(1) with { Company = new() { Name = "Acme" }, OtherCompanies = [new() { Name = "Globex" }] };
        await _store.Ledger.WriteAsync(Samples.Written(1, Samples.Added(lead)), Cancellation);
        Assert.Equal([[0L]], _store.Query("SELECT edits FROM leads"));
        return await VersionAsync();
    }

    private async Task<long> VersionAsync() => Assert.Single(await _store.Ledger.ReadLeadsAsync(["1"], Cancellation)).Version;
}
