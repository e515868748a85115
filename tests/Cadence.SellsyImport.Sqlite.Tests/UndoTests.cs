using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class UndoTests : IDisposable
{
    private static readonly DateTimeOffset End = new(2026, 4, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly LeaseRequest Lease = Samples.LeaseOf("undo-1");

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_created_lead_is_removed_with_its_links_and_remembered()
    {
        await ImportAsync(1, Samples.Added(Samples.Lead(1) with { OtherCompanies = [new() { Name = "Globex" }] }), Samples.Added(Samples.Lead(2)));
        await StartUndoAsync();
        var batch = await ReadAsync();
        Assert.Equal([("1", 1L), ("2", 2L)], batch.Leads.Select(lead => (lead.SellsyContactId, lead.Row)));
        Assert.All(batch.Leads, lead => Assert.True(lead is { Before: null, After: null, IsEdited: false, ChangedByImport: null, Current: not null }));

        Assert.True(await UndoAsync(batch, lead => lead.SellsyContactId == "1" ? UndoOutcome.Removed : UndoOutcome.Kept));

        Assert.Equal([["2"]], _store.Query("SELECT sellsy_contact_id FROM leads"));
        Assert.Equal(0, _store.Count("lead_other_companies"));
        Assert.Equal(
            [["""[{"row":1,"id":"1","outcome":"removed"},{"row":2,"id":"2","outcome":"kept"}]"""]],
            _store.Query("SELECT undone FROM import_batches"));
        Assert.Null(await _store.Ledger.ReadUndoableAsync("import-1", Cancellation));
    }

    [Fact]
    public async Task A_changed_lead_gets_its_old_values_its_owner_and_the_very_company_it_was_linked_to()
    {
        await _store.Users.AddUsersAsync([Samples.Owner], Cancellation);
        _store.Run(
            """
            INSERT INTO companies (id, name) VALUES (70, 'By hand'), (71, 'By hand');
            INSERT INTO leads (sellsy_contact_id, owner_id, company_id, note) VALUES ('1', 'u-1', 71, 'old');
            """);
        var before = await LeadAsync("1");
        await ImportAsync(1, new LeadEntry(0, Samples.FullLead() with { SellsyContactId = "1" }, new("u-2", "Bruno", "Caro")) { Before = before });
        await StartUndoAsync();
        var lead = Assert.Single((await ReadAsync()).Leads);
        Assert.Equal((before, await LeadAsync("1"), lead.After!), (lead.Before!, lead.Current!, lead.Current!));

        Assert.True(await UndoAsync(await ReadAsync(), _ => UndoOutcome.Restored));

        var restored = await LeadAsync("1");
        Assert.Equal(before with { Version = restored.Version }, restored);
        Assert.NotEqual(before.Version, restored.Version);
        Assert.Equal([[71L, null, 0L]], _store.Query("SELECT company_id, company_as_told, edits FROM leads"));
        Assert.Equal(new(1, 0), await _store.Ledger.EndUndoAsync("import-1", "undo-1", End, Cancellation));
        Assert.Equal([["By hand"], ["By hand"]], _store.Query("SELECT name FROM companies"));
    }

    [Theory]
    [InlineData("UPDATE leads SET note = 'x' WHERE sellsy_contact_id = '2'", UndoOutcome.Removed)]
    [InlineData("DELETE FROM leads WHERE sellsy_contact_id = '2'", UndoOutcome.Removed)]
    [InlineData("UPDATE leads SET note = 'x' WHERE sellsy_contact_id = '2'", UndoOutcome.Restored)]
    [InlineData("DELETE FROM leads WHERE sellsy_contact_id = '2'", UndoOutcome.Restored)]
    public async Task A_batch_of_which_a_lead_changed_since_it_was_read_stays_whole(string sql, UndoOutcome outcome)
    {
        await ImportAsync(1, Samples.Added(Samples.Lead(1)), Samples.Added(Samples.Lead(2)));
        await StartUndoAsync();
        var batch = await ReadAsync();
        _store.Run(sql);

        Assert.False(await UndoAsync(batch, lead => lead.SellsyContactId == "1" ? UndoOutcome.Removed : outcome));

        Assert.Equal(1L, _store.Query("SELECT count(*) FROM leads WHERE sellsy_contact_id = '1'")[0][0]);
        Assert.Equal([[null, "2026-04-03T08:10:00.0000000Z"]], _store.Query("SELECT undone, lease_taken_at FROM import_batches JOIN imports"));
        Assert.True(await UndoAsync(await ReadAsync(), lead => lead.Current is null ? UndoOutcome.Vanished : UndoOutcome.Removed));
        Assert.Equal(0, _store.Count("leads"));
    }

    [Fact]
    public async Task A_lead_that_was_removed_and_came_again_is_told_as_edited()
    {
        await ImportAsync(1, Samples.Added(Samples.Lead(1)), Samples.Added(Samples.Lead(2)));
        await ImportAsync(2, Samples.Changed(await LeadAsync("2"), lead => lead with { Note = "x" }));
        _store.Run("DELETE FROM leads; INSERT INTO leads (sellsy_contact_id, owner_id) VALUES ('1', 'u-1'), ('2', 'u-1')");
        await StartUndoAsync();

        Assert.True(Assert.Single((await ReadAsync()).Leads) is { IsEdited: true, ChangedByImport: null, Current: not null });
        await UndoAsync(await ReadAsync(), _ => UndoOutcome.Kept);
        Assert.All((await ReadAsync()).Leads, lead => Assert.True(lead is { IsEdited: true, ChangedByImport: null, Current: not null }));
    }

    [Fact]
    public async Task A_lead_that_other_imports_created_again_and_changed_is_told_with_the_latest_that_is_not_undone()
    {
        await ImportAsync(1, Samples.Added(Samples.Lead(1)));
        _store.Run("DELETE FROM leads");
        await ImportOtherAsync("import-2", Samples.Added(Samples.Lead(1)));
        await ImportOtherAsync("import-3", Samples.Changed(await LeadAsync("1"), lead => lead with { Note = "x" }));

        Assert.Equal("import-3", await ChangedByAsync());
        _store.Run("UPDATE imports SET undone_from = 1 WHERE import_id = 'import-3'");
        Assert.Equal("import-2", await ChangedByAsync());
        _store.Run("UPDATE imports SET undone_from = 1 WHERE import_id = 'import-2'");
        Assert.Null(await ChangedByAsync());

        async Task<string?> ChangedByAsync()
        {
            var lead = Assert.Single((await ReadAsync()).Leads);
            Assert.Equal(lead.ChangedByImport is null, lead.IsEdited);
            return lead.ChangedByImport;
        }
    }

    [Fact]
    public async Task Companies_go_only_where_no_lead_uses_them_and_nobody_edited_them()
    {
        LeadEntry[] entries =
        [
            .. new[] { "Free", "Edited", "Linked", "Further" }.Select((name, index) => Samples.Added(Samples.Lead(index + 1) with { Company = new() { Name = name } })),
        ];
        await ImportAsync(1, entries);
        _store.Run(
            """
            UPDATE companies SET city = 'Dax' WHERE name = 'Edited';
            INSERT INTO companies (name) VALUES ('Of the host');
            INSERT INTO leads (sellsy_contact_id, owner_id, company_id) SELECT '90', 'u-1', id FROM companies WHERE name = 'Linked';
            INSERT INTO lead_other_companies SELECT leads.id, 1, companies.id, NULL FROM leads, companies WHERE sellsy_contact_id = '90' AND name = 'Further';
            """);
        await StartUndoAsync();
        await UndoAsync(await ReadAsync(), _ => UndoOutcome.Removed);

        Assert.Equal(new(1, 3), await _store.Ledger.EndUndoAsync("import-1", "undo-1", End, Cancellation));

        Assert.Equal([["Edited"], ["Further"], ["Linked"], ["Of the host"]], _store.Query("SELECT name FROM companies ORDER BY name"));
        Assert.Empty(_store.Query("SELECT name FROM sqlite_schema WHERE name LIKE '%by_company'"));
        Assert.Equal(new(1, 3), await _store.Ledger.EndUndoAsync("import-1", "whoever", End, Cancellation));
        Assert.Equal(
            [["undone", "2026-04-03T09:00:00.0000000Z", null, 1L, 3L]],
            _store.Query("SELECT state, ended_at, lease_holder, companies_removed, companies_kept FROM imports"));
    }

    [Fact]
    public async Task A_company_that_an_undo_removed_is_created_again_by_the_next_import_of_the_same_store()
    {
        var entry = Samples.Added(Samples.Lead(1) with { Company = new() { Name = "Acme" } });
        await ImportAsync(1, entry);
        await StartUndoAsync();
        await UndoAsync(await ReadAsync(), _ => UndoOutcome.Removed);
        await _store.Ledger.EndUndoAsync("import-1", "undo-1", End, Cancellation);

        await ImportOtherAsync("import-2", entry);

        Assert.Equal([["1", "Acme"]], _store.Query("SELECT sellsy_contact_id, name FROM leads JOIN companies ON companies.id = company_id"));
        Assert.Empty(_store.Query("PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task An_undo_that_is_cancelled_in_its_midst_changes_nothing()
    {
        await ImportAsync(1, Samples.Added(Samples.Lead(1)));
        await StartUndoAsync();
        var batch = await ReadAsync();
        using var database = _store.Open();
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.WriteAsync(
            session =>
            {
                var isUndone = Undoing.TryUndo(session, Undo(batch, _ => UndoOutcome.Removed), _store.Time, CancellationToken.None);
                cancellation.Cancel();
                return isUndone;
            },
            cancellation.Token));

        Assert.Equal(1, _store.Count("leads"));
        Assert.NotNull(await _store.Ledger.ReadUndoableAsync("import-1", Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static UndoBatch Undo(UndoableBatch batch, Func<UndoableLead, UndoOutcome> decide) => new(
        batch.ImportId,
        batch.Number,
        Lease,
        [
            .. batch.Leads.Select(lead => new UndoEntry(lead.Row, lead.SellsyContactId, decide(lead))
            {
                Current = lead.Current,
                Restored = lead.Before ?? lead.Current,
            }),
        ]);

    private async Task ImportAsync(int number, params LeadEntry[] entries)
    {
        await _store.Ledger.StartAsync(Samples.Start, Cancellation);
        var outcomes = await _store.Ledger.WriteAsync(Samples.Written(number, entries), Cancellation);
        Assert.All(outcomes, outcome => Assert.True(outcome is LeadEntryOutcome.Added or LeadEntryOutcome.Updated));
    }

    private async Task ImportOtherAsync(string id, LeadEntry entry)
    {
        var import = Samples.Import with { ImportId = id };
        await _store.Ledger.StartAsync(Samples.Start with { Import = import, PlanHash = id }, Cancellation);
        Assert.Single(await _store.Ledger.WriteAsync(Samples.Written(import, Samples.Lease, 1, entry), Cancellation));
    }

    private async Task StartUndoAsync()
    {
        // The lease of the import has expired by then.
        _store.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(ImportState.Undoing, (await _store.Ledger.StartUndoAsync("import-1", Lease, cancellationToken: Cancellation))!.State);
    }

    private async Task<UndoableBatch> ReadAsync() => (await _store.Ledger.ReadUndoableAsync("import-1", Cancellation))!;

    private async Task<bool> UndoAsync(UndoableBatch batch, Func<UndoableLead, UndoOutcome> decide) =>
        await _store.Ledger.UndoAsync(Undo(batch, decide), Cancellation);

    private async Task<LeadVersion> LeadAsync(string id) => Assert.Single(await _store.Ledger.ReadLeadsAsync([id], Cancellation));
}
