using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class ChangedLeadTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_changed_lead_is_written_whole_and_its_old_and_new_values_are_remembered()
    {
        await StartAsync(Samples.FullLead());
        var before = await ReadAsync("4711");
        var owner = new CadenceUser("u-2", "Bruno", "Caro");
        var lead = new Lead { SellsyContactId = "4711", FirstName = "Lise", Company = new() { Name = "Globex" }, Tags = ["neuf"] };

        Assert.Equal([LeadEntryOutcome.Updated], await WriteAsync(2, new LeadEntry(0, lead, owner) { Before = before }));

        var after = await ReadAsync("4711");
        Assert.Equal(lead, after.Lead);
        Assert.Equal(owner, after.Owner);
        Assert.Equal(
            [1L, 1L, 2L, 101L, "4711", 1L, LeadSnapshot.ToJson(before), LeadSnapshot.ToJson(after)],
            Assert.Single(_store.Query("SELECT * FROM import_changes")));
        Assert.Equal([["", 1L, 1L]], _store.Query("SELECT coalesce(created_leads, ''), first_change, last_change FROM import_batches WHERE number = 2"));
        Assert.Equal([["Étigny & Fils"], ["Globex"]], _store.Query("SELECT name FROM companies ORDER BY id"));
    }

    [Fact]
    public async Task A_lead_whose_company_stays_keeps_its_link_however_the_host_made_it()
    {
        await StartAsync(Samples.Lead(1));
        _store.Run("INSERT INTO companies (id, name) VALUES (70, 'By hand'), (71, 'By hand'); UPDATE leads SET company_id = 71");

        await WriteAsync(2, Samples.Changed(await ReadAsync("1"), lead => lead with { LastName = "Roy" }));

        Assert.Equal([[71L, null]], _store.Query("SELECT company_id, company_as_told FROM leads"));
        Assert.Equal(2, _store.Count("companies"));
    }

    [Fact]
    public async Task A_lead_that_changed_or_vanished_meanwhile_is_left_as_it_is_and_leaves_no_company_behind()
    {
        await StartAsync(Samples.Lead(1), Samples.Lead(2), Samples.Lead(3));
        LeadVersion[] before = [await ReadAsync("1"), await ReadAsync("2"), await ReadAsync("3")];
        _store.Run("UPDATE leads SET note = 'edited' WHERE sellsy_contact_id = '1'; DELETE FROM leads WHERE sellsy_contact_id = '2'");

        var outcomes = await WriteAsync(2, [.. before.Select(version => Samples.Changed(version, lead => lead with { Note = "x", Company = new() { Name = "New" } }))]);

        Assert.Equal([LeadEntryOutcome.ChangedMeanwhile, LeadEntryOutcome.Vanished, LeadEntryOutcome.Updated], outcomes);
        Assert.Equal(
            [["1", "edited", null], ["3", "x", "New"]],
            _store.Query("SELECT sellsy_contact_id, note, name FROM leads LEFT JOIN companies ON companies.id = company_id ORDER BY 1"));
        Assert.Equal(
            [["""[{"row":101,"outcome":"changed_meanwhile"},{"row":102,"outcome":"vanished"}]""", 2L]],
            _store.Query("SELECT refused, (SELECT errors FROM imports) FROM import_batches WHERE number = 2"));
        Assert.Equal(1, _store.Count("import_changes"));
    }

    [Fact]
    public async Task Further_companies_of_a_changed_lead_take_the_place_of_the_old_ones()
    {
        await StartAsync(Samples.Lead(1) with { OtherCompanies = [new() { Name = "Globex" }, new() { Name = "Initech" }] });
        var changed = (await ReadAsync("1")).Lead with { OtherCompanies = [new() { Name = "Initech", City = "Dax" }] };

        await WriteAsync(2, Samples.Changed(await ReadAsync("1"), _ => changed));

        Assert.Equal(changed, (await ReadAsync("1")).Lead);
        Assert.Equal((await ReadAsync("1")).Version, LeadSnapshot.FromJson((string)_store.Query("SELECT after FROM import_changes")[0][0]!).Version);
        Assert.Equal([[1L, "Initech", """{"name":"Initech","city":"Dax"}"""]], _store.Query("SELECT position, name, as_told FROM lead_other_companies JOIN companies ON companies.id = company_id"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task StartAsync(params Lead[] leads)
    {
        await _store.Ledger.StartAsync(Samples.Start, Cancellation);
        await WriteAsync(1, [.. leads.Select(Samples.Added)]);
    }

    private async Task<LeadEntryOutcome[]> WriteAsync(int number, params LeadEntry[] entries) =>
        [.. await _store.Ledger.WriteAsync(Samples.Written(number, entries), Cancellation)];

    private async Task<LeadVersion> ReadAsync(string id) => Assert.Single(await _store.Ledger.ReadLeadsAsync([id], Cancellation));
}
