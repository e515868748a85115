using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// The steps of an undo: companies, leases, interruptions, repetition, cancellation, and what follows it.
public abstract partial class UndoLedgerConformance
{
    /// <summary>Companies that the import created are removed if nothing else uses them and nobody edited them.</summary>
    [Fact]
    public async Task Companies_are_removed_only_where_nothing_uses_them_and_nobody_edited_them()
    {
        var ledger = await OpenUndoAsync();
        await ImportAsync(ledger, 1, LedgerBatches.Batch(1, 1, Entry(1, "1", "There before")));
        await ImportAsync(
            ledger,
            2,
            LedgerBatches.Batch(1, 1, Entry(1, "2", "There before"), Entry(2, "3", "Unused"), Entry(3, "4", "Edited")),
            LedgerBatches.Batch(2, 4, Entry(4, "5", "Used by another import"), Entry(5, "6", "Used by a kept lead"), Entry(6, "7", "Unused too")));
        await ImportAsync(ledger, 3, LedgerBatches.Batch(1, 1, Entry(1, "8", "Used by another import")));
        await EditCompanyAsync("Edited", "Lyon");
        await EditLeadAsync("6", "Gérante", null);

        var companies = await UndoAsync(ledger, 2);

        CompaniesAreUndone(removed: 2, kept: 3, companies);
        await CompaniesAreAsync("Edited", "There before", "Used by a kept lead", "Used by another import");
        Assert.Equal(["1", "6", "8"], (await ReadAsync(ledger, Enumerable.Range(1, 8).Select(id => $"{id}"))).Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>A company that a lead got by a change is unlinked when the change is undone.</summary>
    [Fact]
    public async Task The_company_of_a_change_is_removed_with_it()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1", "Old")));
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Entry(1, "1", "New", await ReadAsync(ledger, "1"))));

        CompaniesAreUndone(removed: 1, kept: 0, await UndoAsync(ledger, 2));

        await CompaniesAreAsync("Old");
        Assert.Equal("Old", (await ReadAsync(ledger, "1")).Lead.Company?.Name);
    }

    /// <summary>An undo ends an import: state, time, no lease. A second end or a second begin changes nothing.</summary>
    [Fact]
    public async Task An_import_that_is_undone_stays_so()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1", "Alpha"), Entry(2, "2", "Béta")), LedgerBatches.Rows(2, 3, [RowOutcome.Skipped]));
        await EditCompanyAsync("Béta", "Lyon");
        var finished = await FindAsync(ledger);
        CompaniesAreUndone(removed: 1, kept: 1, await UndoAsync(ledger));
        var undone = await FindAsync(ledger);
        Assert.Equal(finished with { State = ImportState.Undone, EndedAt = Batches.Noon.AddHours(1) }, undone);
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Entry(1, "1", "Alpha")));

        At(90);
        Assert.Equal(undone, await ledger.StartUndoAsync("import-1", LedgerBatches.Lease("b"), cancellationToken: Cancellation));
        Assert.Null(await ledger.ReadUndoableAsync("import-1", Cancellation));
        CompaniesAreUndone(removed: 1, kept: 1, await (await OpenUndoAsync()).EndUndoAsync("import-1", "token-b", Batches.Noon.AddHours(2), Cancellation));

        Assert.Equal(undone, await FindAsync(ledger));
        Assert.Single(await ledger.ReadLeadsAsync(["1", "2"], Cancellation));
        await CompaniesAreAsync("Alpha", "Béta");
        Assert.Equal(["1: 1 Removed []", "2: 2 Removed []"], await UndoneAsync(ledger));
        Assert.Equal(2, (await ListAsync(ledger.ReadBatchesAsync("import-1", Cancellation))).Count);
    }

    /// <summary>Queries about an unknown import return an empty answer, not an error.</summary>
    [Fact]
    public async Task An_unknown_import_cannot_be_undone_and_is_no_fault()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1"));

        Assert.Null(await ledger.StartUndoAsync("import-9", LedgerBatches.Lease(), cancellationToken: Cancellation));
        Assert.Null(await ledger.ReadUndoableAsync("import-9", Cancellation));
        Assert.Empty(await ListAsync(ledger.ReadUndoneAsync("import-9", Cancellation)));
        Assert.Empty(await ListAsync(ledger.ReadUndoneAsync("import-1", Cancellation)));
    }

    /// <summary>A lead changed between reading and undoing: nothing of the batch is done, and it can be decided again.</summary>
    [Theory]
    [InlineData("created")]
    [InlineData("changed")]
    [InlineData("removed")]
    public async Task A_batch_of_which_one_lead_has_another_version_is_not_undone(string how)
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1", "2"));
        var there = await ReadAsync(ledger, ["1", "2"]);
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Change(1, there["1"], "Été"), Change(2, there["2"], "Été"), Entry(3, "3"), Entry(4, "4", "Alpha")));
        await StartUndoAsync(ledger, 2);
        var batch = await NextAsync(ledger, 2);
        var stale = Decide(batch);
        At(3);
        await (how switch
        {
            "created" => EditLeadAsync("4", "Gérante", null),
            "changed" => EditLeadAsync("2", "Gérante", null),
            _ => RemoveLeadAsync("3"),
        });
        var leads = await ReadAsync(ledger, ["1", "2", "3", "4"]);
        var import = await FindAsync(ledger, 2);

        Assert.False(await ledger.UndoAsync(stale, Cancellation));

        var after = await ReadAsync(ledger, ["1", "2", "3", "4"]);
        Assert.Equal(leads.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.All(leads, pair => Assert.Equal(LeadSnapshot.ToJson(pair.Value), LeadSnapshot.ToJson(after[pair.Key])));
        Assert.Empty(await UndoneAsync(ledger, 2));
        Assert.Equal((import.State, import.Lease?.Token), ((await FindAsync(ledger, 2)).State, (await FindAsync(ledger, 2)).Lease?.Token));
        Assert.Equal(batch.Number, (await NextAsync(ledger, 2)).Number);
        await UndoAsync(ledger, 2);
        Assert.Equal(how == "created" ? 3 : 2, (await ledger.ReadLeadsAsync(["1", "2", "3", "4"], Cancellation)).Length);
    }

    /// <summary>A cadence was started for the lead since: the undo does not remove it.</summary>
    [Fact]
    public async Task A_lead_whose_cadence_started_since_it_was_read_is_not_removed()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1", "2"));
        await StartUndoAsync(ledger);
        var stale = Decide(await NextAsync(ledger));
        Assert.SkipUnless(await StartCadenceAsync("2", "Relance été"), "The store knows no cadences.");

        Assert.False(await ledger.UndoAsync(stale, Cancellation));

        Assert.Equal(2, (await ledger.ReadLeadsAsync(["1", "2"], Cancellation)).Length);
        await UndoAsync(ledger);
        Assert.Equal(["1: 1 Removed []", "2: 2 Kept []"], await UndoneAsync(ledger));
    }

    /// <summary>A lease allows either writing or undoing, as requested when it was taken.</summary>
    [Fact]
    public async Task Who_writes_an_import_does_not_undo_it_and_who_undoes_it_does_not_write()
    {
        var ledger = await OpenUndoAsync();
        await ledger.StartAsync(LedgerBatches.Start(), Cancellation);
        await ledger.WriteAsync(LedgerBatches.New("1"), Cancellation);
        var undo = Decide(await NextAsync(ledger));

        await TakenOverAsync(async () => await ledger.UndoAsync(undo, Cancellation));
        await TakenOverAsync(async () => await ledger.EndUndoAsync("import-1", undo.Lease.Token, Batches.Noon, Cancellation));
        await StartUndoAsync(ledger);
        await TakenOverAsync(async () => await ledger.WriteAsync(LedgerBatches.Batch(2, 2, Entry(2, "2")), Cancellation));

        Assert.Single(await ledger.ReadLeadsAsync(["1", "2"], Cancellation));
        Assert.True(await ledger.UndoAsync(undo, Cancellation));
    }

    /// <summary>Batches are undone from the last to the first, each once.</summary>
    [Fact]
    public async Task Only_the_newest_batch_that_is_left_is_undone()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1"), LedgerBatches.Batch(2, 2, Entry(2, "2")));
        await StartUndoAsync(ledger);
        var second = Decide(await NextAsync(ledger));
        Assert.Equal(2, second.Number);

        Assert.False(await ledger.UndoAsync(second with { Number = 1 }, Cancellation));
        Assert.Equal(2, (await ledger.ReadLeadsAsync(["1", "2"], Cancellation)).Length);
        Assert.True(await ledger.UndoAsync(second, Cancellation));
        Assert.False(await ledger.UndoAsync(second, Cancellation));

        Assert.Equal(["2: 2 Removed []"], await UndoneAsync(ledger));
        Assert.Equal(1, (await NextAsync(ledger)).Number);
    }

    /// <summary>Another process resumes an undo that was interrupted between two batches, and it ends like an uninterrupted one.</summary>
    [Theory]
    [InlineData("given back")]
    [InlineData("expired")]
    [InlineData("dead")]
    public async Task An_interrupted_undo_is_gone_on_with_by_another_process(string how)
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1"), LedgerBatches.Batch(2, 2, Entry(2, "2", "Alpha")));
        await StartUndoAsync(ledger);
        var first = Decide(await NextAsync(ledger));
        Assert.True(await ledger.UndoAsync(first, Cancellation));
        if (how == "given back")
        {
            await ledger.EndAsync("import-1", first.Lease.Token, ImportState.Interrupted, Batches.Noon.AddMinutes(1), Cancellation);
            var given = await FindAsync(ledger);
            Assert.Equal((ImportState.Undoing, null), (given.State, given.Lease));
        }

        var other = await OpenUndoAsync();
        var lease = LedgerBatches.Lease("b");
        At(how == "expired" ? 5 : 1);
        var taken = await other.StartUndoAsync("import-1", lease, how == "dead" ? first.Lease.Token : null, Cancellation);

        Assert.Equal((ImportState.Undoing, lease.TakenAt(Time.GetUtcNow())), (taken?.State, taken?.Lease));
        var last = Decide(await NextAsync(other), lease);
        await TakenOverAsync(async () => await ledger.UndoAsync(last with { Lease = first.Lease }, Cancellation));
        await TakenOverAsync(async () => await ledger.EndUndoAsync("import-1", first.Lease.Token, Batches.Noon, Cancellation));
        Assert.Single(await ledger.ReadLeadsAsync(["1", "2"], Cancellation));
        Assert.True(await other.UndoAsync(last, Cancellation));
        CompaniesAreUndone(removed: 1, kept: 0, await other.EndUndoAsync("import-1", lease.Token, Batches.Noon.AddHours(1), Cancellation));
        Assert.Equal(["2: 2 Removed []", "1: 1 Removed []"], await UndoneAsync(ledger));
        Assert.Equal(ImportState.Undone, (await FindAsync(ledger)).State);
    }

    /// <summary>An import that another process writes or undoes is not taken over.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_import_that_another_holds_is_not_undone(bool isUndoing)
    {
        var ledger = await OpenUndoAsync();
        await ledger.StartAsync(LedgerBatches.Start(), Cancellation);
        await ledger.WriteAsync(LedgerBatches.New("1"), Cancellation);
        if (isUndoing)
        {
            await StartUndoAsync(ledger);
        }

        var before = await FindAsync(ledger);

        At(4);
        var found = await ledger.StartUndoAsync("import-1", LedgerBatches.Lease("b"), "token-c", Cancellation);

        Assert.Equal(before, found);
        Assert.Equal(before, await FindAsync(ledger));
        Assert.Equal(isUndoing ? ImportState.Undoing : ImportState.Running, before.State);
    }

    /// <summary>During and after its undo, an import accepts no batch; the same plan starts another import.</summary>
    [Fact]
    public async Task The_plan_of_an_undone_import_starts_another_one()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1", "2"));
        await StartUndoAsync(ledger);
        var undoing = await FindAsync(ledger);
        At(30);
        Assert.Equal(undoing, await ledger.StartAsync(LedgerBatches.Start(1, LedgerBatches.Lease("b")), Cancellation));
        await UndoAsync(ledger);
        var undone = await FindAsync(ledger);

        At(90);
        Assert.Equal(undone, await ledger.StartAsync(LedgerBatches.Start(1, LedgerBatches.Lease("b")), Cancellation));
        var second = await ledger.StartAsync(LedgerBatches.Start(2, plan: 1), Cancellation);

        Assert.Equal(("import-2", ImportState.Running, 0), (second.Import.ImportId, second.State, second.Batches));
        Assert.Equal([LeadEntryOutcome.Added, LeadEntryOutcome.Added], await ledger.WriteAsync(LedgerBatches.New("1", "2").Of(2), Cancellation));
        Assert.Equal(undone, await FindAsync(ledger));
        Assert.Equal(2, (await ledger.ReadLeadsAsync(["1", "2"], Cancellation)).Length);
    }

    /// <summary>A cancelled undo changes nothing and can be called again.</summary>
    [Fact]
    public async Task An_undo_cancelled_before_it_starts_changes_nothing()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1", "Alpha")));
        var finished = await FindAsync(ledger);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await ledger.StartUndoAsync("import-1", LedgerBatches.Lease(), cancellationToken: cancelled));
        Assert.Equal(finished, await FindAsync(ledger));
        await StartUndoAsync(ledger);
        var batch = Decide(await NextAsync(ledger));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ledger.UndoAsync(batch, cancelled));
        Assert.Single(await ledger.ReadLeadsAsync(["1"], Cancellation));
        Assert.True(await ledger.UndoAsync(batch, Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await ledger.EndUndoAsync("import-1", batch.Lease.Token, Batches.Noon, cancelled));

        Assert.Equal(ImportState.Undoing, (await FindAsync(ledger)).State);
        await CompaniesAreAsync("Alpha");
    }

    /// <summary>Many leads, created by one import and changed by another, are undone.</summary>
    [Fact]
    public async Task Many_leads_are_undone()
    {
        var perBatch = ManyLeads / 5;
        var ledger = await ImportedAsync([.. Enumerable.Range(0, 5).Select(batch => LedgerBatches.Numbered(batch + 1, (batch * perBatch) + 1, perBatch))]);
        var changes = new List<LedgerBatch>();
        for (var batch = 0; batch < 5; batch++)
        {
            var ids = Batches.Ids(Batches.Numbered(1, (batch * perBatch) + 1, perBatch));
            var read = await ReadAsync(ledger, ids);
            changes.Add(LedgerBatches.Batch(batch + 1, (batch * perBatch) + 1, [.. ids.Select((id, index) => Change((batch * perBatch) + index + 1, read[id], id))]));
        }

        await ImportAsync(ledger, 2, [.. changes]);

        CompaniesAreUndone(removed: 0, kept: 0, await UndoAsync(ledger, 2));
        var half = await ReadAsync(ledger, Enumerable.Range(2 * perBatch, perBatch).Select(id => $"{id}"));
        Assert.Equal(perBatch, half.Count);
        Assert.All(half, pair => Assert.Equal((null, Batches.CompanyOf(pair.Key)), (pair.Value.Lead.LastName, pair.Value.Lead.Company?.Name)));

        CompaniesAreUndone(removed: 7, kept: 0, await UndoAsync(ledger));
        Assert.Empty(await ledger.ReadLeadsAsync([.. Enumerable.Range(1, 2 * perBatch).Select(id => $"{id}")], Cancellation));
        await CompaniesAreAsync();
        Assert.Equal(5 * perBatch, (await UndoneAsync(ledger)).Length);
    }
}
