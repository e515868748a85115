using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class ChangedLeadTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_lead_with_every_field_is_read_back_as_it_was_written()
    {
        var lead = Samples.FullLead() with
        {
            OtherCompanies = [new() { Name = "Béta" }, Samples.FullCompany() with { City = "Mâcon" }, new() { Email = "a@x.example" }],
        };
        await _store.StartAsync();
        Assert.Equal([LeadEntryOutcome.Added], await _store.WriteAsync(1, Samples.Entry(1, lead)));

        var read = await _store.ReadAsync("4711");
        Assert.Equal(new(lead, Samples.Owner, read.Version), read);
    }

    [Fact]
    public async Task A_changed_lead_is_read_back_as_it_was_changed_and_its_snapshots_are_kept()
    {
        await _store.AddAsync(1, Samples.FullLead(), Samples.Lead(5));
        await _store.StartAsync("import-2");
        var before = await _store.ReadAsync("4711");
        var lead = Samples.Lead(4711) with { Company = new() { Name = "Béta" }, OtherCompanies = [new() { SellsyId = "88" }] };
        var owner = new CadenceUser("u-2", "Noé", "O'Brien");

        Assert.Equal(
            [LeadEntryOutcome.Updated],
            await _store.WriteAsync("import-2", 1, new LeadEntry(7, lead, owner) { Before = before }));

        var after = await _store.ReadAsync("4711");
        Assert.Equal(new(lead, owner, after.Version), after);
        Assert.NotEqual(before.Version, after.Version);
        var change = Assert.Single(await _store.QueryAsync("SELECT batch, row, sellsy_contact_id, before, after FROM import_changes"));
        Assert.Equal([1, 7L, "4711"], change[..3]);
        Assert.Equal([LeadSnapshot.ToJson(before), LeadSnapshot.ToJson(after)], change[3..]);
        Assert.Equal([[0]], await _store.QueryAsync("SELECT edits FROM leads WHERE sellsy_contact_id = '4711'"));
    }

    [Fact]
    public async Task A_lead_that_changed_or_vanished_is_left_as_it_is_and_leaves_no_company_behind()
    {
        await _store.AddAsync(1, Samples.Lead(1), Samples.Lead(2), Samples.Lead(3));
        await _store.StartAsync("import-2");
        var entries = new List<LeadEntry>();
        foreach (var id in (string[])["1", "2", "3"])
        {
            var before = await _store.ReadAsync(id);
            entries.Add(new(1, before.Lead with { LastName = "Changed", Company = new() { Name = $"Company {id}" } }, Samples.Owner) { Before = before });
        }

        await _store.RunAsync("UPDATE leads SET note = 'x' WHERE sellsy_contact_id = '1'; DELETE FROM leads WHERE sellsy_contact_id = '2'");

        Assert.Equal(
            [LeadEntryOutcome.ChangedMeanwhile, LeadEntryOutcome.Vanished, LeadEntryOutcome.Updated],
            await _store.WriteAsync("import-2", 1, [.. entries]));
        Assert.Equal([["Company 3"]], await _store.QueryAsync("SELECT name FROM companies"));
        Assert.Equal([["1", null], ["3", "Changed"]], await _store.QueryAsync("SELECT sellsy_contact_id, last_name FROM leads ORDER BY 1"));
    }

    [Theory]
    [InlineData("UPDATE leads SET note = 'x'")]
    [InlineData("UPDATE leads SET first_name = first_name")]
    [InlineData("INSERT INTO lead_other_companies SELECT id, 9, company_id FROM leads")]
    [InlineData("UPDATE lead_other_companies SET position = 9")]
    [InlineData("DELETE FROM lead_other_companies")]
    public async Task Every_edit_by_others_gives_a_lead_another_version(string sql)
    {
        await _store.AddAsync(1, Samples.FullLead() with { OtherCompanies = [new() { Name = "Béta" }] });
        Assert.Equal([[0]], await _store.QueryAsync("SELECT edits FROM leads"));
        var before = await _store.ReadAsync("4711");

        await _store.RunAsync(sql);

        Assert.NotEqual(before.Version, (await _store.ReadAsync("4711")).Version);
        Assert.Equal([[1]], await _store.QueryAsync("SELECT edits FROM leads"));
    }

    [Fact]
    public async Task A_lead_that_was_removed_and_came_again_has_another_version()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        var before = await _store.ReadAsync("1");
        await _store.RunAsync("DELETE FROM leads");

        await _store.AddAsync(2, Samples.Lead(1));

        Assert.NotEqual(before.Version, (await _store.ReadAsync("1")).Version);
    }

    [Fact]
    public async Task A_company_with_neither_id_nor_name_stays_the_row_of_its_lead()
    {
        await _store.AddAsync(1, Samples.Lead(1) with { Company = new() { City = "Lyon" } });
        await _store.StartAsync("import-2");
        var before = await _store.ReadAsync("1");

        await _store.WriteAsync("import-2", 1, new LeadEntry(1, before.Lead with { LastName = "Changed" }, Samples.Owner) { Before = before });

        Assert.Equal(1, await _store.CountAsync("companies"));
        var after = await _store.ReadAsync("1");
        Assert.Equal(new(before.Lead with { LastName = "Changed" }, Samples.Owner, after.Version), after);
    }
}
