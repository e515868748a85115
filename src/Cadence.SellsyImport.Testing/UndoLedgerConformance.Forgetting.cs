using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Persons that are forgotten, imports that are dropped, and undos that are asked to stop.
public abstract partial class UndoLedgerConformance
{
    /// <summary>An undo that is asked to stop undoes no further batch, and can be continued.</summary>
    [Fact]
    public async Task An_undo_that_is_asked_to_stop_undoes_no_further_batch()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1")), LedgerBatches.Batch(2, 2, Entry(2, "2")));
        await StartUndoAsync(ledger);
        Assert.True(await ledger.UndoAsync(Decide(await NextAsync(ledger)), Cancellation));
        var request = new CancelRequest(Batches.Noon, "aline");
        Assert.Equal(request, (await (await OpenUndoAsync()).RequestCancelAsync("import-1", request, Cancellation))?.CancelRequest);

        var next = Decide(await NextAsync(ledger));
        await CancelRequestedAsync(async () => await ledger.UndoAsync(next, Cancellation));

        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        Assert.Equal((ImportState.Undoing, request), ((await FindAsync(ledger)).State, (await FindAsync(ledger)).CancelRequest));
        Assert.Equal(["1"], (await ReadAsync(ledger, ["1", "2"])).Keys);
        await ledger.StartUndoAsync("import-1", LedgerBatches.Lease("b"), cancellationToken: Cancellation);
        Assert.True(await ledger.UndoAsync(next with { Lease = LedgerBatches.Lease("b") }, Cancellation));
        Assert.Empty(await ledger.ReadLeadsAsync(["1", "2"], Cancellation));
    }

    /// <summary>Of a person that is forgotten, only the numbers of its rows are left; the lead and those of others stay.</summary>
    [Fact]
    public async Task A_forgotten_person_is_in_no_batch_and_its_leads_are_not_undone()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1"), Entry(2, "12"), Entry(3, "2")));
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Change(1, await ReadAsync(ledger, "1"), "Changed"), Change(2, await ReadAsync(ledger, "2"), "Changed")));
        await ImportAsync(ledger, 3, LedgerBatches.Batch(1, 1, Entry(1, "3")));
        Assert.Equal([new("import-1", 1), new("import-2", 1)], await RowsAsync(ledger, "1"));
        Assert.Empty(await RowsAsync(ledger, "9"));
        var history = await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation));

        Assert.Equal(0, await ledger.ForgetAsync("", "9", Cancellation));
        Assert.Equal(2, await ledger.ForgetAsync("", "1", Cancellation));

        Assert.Empty(await RowsAsync(await OpenUndoAsync(), "1"));
        Assert.Equal(0, await ledger.ForgetAsync("", "1", Cancellation));
        Assert.Equal([new("import-1", 3), new("import-2", 2)], await RowsAsync(ledger, "2"));
        Assert.Equal(history, await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation)));
        Assert.Equal("Changed", (await ReadAsync(ledger, "1")).Lead.LastName);
        var undoable = await ledger.ReadUndoableAsync("import-2", Cancellation);
        Assert.Equal(new UndoableLead(1, ""), undoable?.Leads[0]);
        await UndoAsync(ledger, 2);
        await UndoAsync(ledger, 1);
        Assert.Equal(["1:  Forgotten []", "2: 2 Restored []"], await UndoneAsync(ledger, 2));
        Assert.Equal(["1:  Forgotten []", "2: 12 Removed []", "3: 2 Removed []"], await UndoneAsync(ledger, 1));
        Assert.Equal(["1", "3"], (await ReadAsync(ledger, ["1", "12", "2", "3"])).Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Changed", (await ReadAsync(ledger, "1")).Lead.LastName);
    }

    /// <summary>What an undo that is done remembers is forgotten too: the outcome of the row stays.</summary>
    [Fact]
    public async Task A_forgotten_person_is_in_no_undo()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1"), Entry(2, "2")));
        await UndoAsync(ledger);

        Assert.Equal(1, await ledger.ForgetAsync("", "2", Cancellation));

        Assert.Equal(["1: 1 Removed []", "2:  Removed []"], await UndoneAsync(ledger));
    }

    /// <summary>Several persons of one batch, forgotten one after the other.</summary>
    [Fact]
    public async Task All_persons_of_a_batch_can_be_forgotten()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1"), Entry(2, "2")));
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Change(1, await ReadAsync(ledger, "1"), "Changed"), Change(2, await ReadAsync(ledger, "2"), "Changed")));

        Assert.Equal((2, 2), (await ledger.ForgetAsync("", "1", Cancellation), await ledger.ForgetAsync("", "2", Cancellation)));

        await UndoAsync(ledger, 2);
        await UndoAsync(ledger, 1);
        Assert.Equal(["1:  Forgotten []", "2:  Forgotten []"], await UndoneAsync(ledger, 2));
        Assert.Equal(2, (await ledger.ReadLeadsAsync(["1", "2"], Cancellation)).Length);
    }

    /// <summary>A plan is replaced where it is the one that was read, whatever the state of the import.</summary>
    [Fact]
    public async Task A_plan_is_replaced_where_it_is_the_one_that_was_read()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1")));
        var plan = LedgerBatches.Start().Plan;

        Assert.False(await ledger.ReplacePlanAsync("import-1", new byte[] { 1 }, new byte[] { 7 }, Cancellation));
        Assert.False(await ledger.ReplacePlanAsync("import-9", plan, new byte[] { 7 }, Cancellation));
        Assert.Equal(plan.ToArray(), (await ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());

        Assert.True(await ledger.ReplacePlanAsync("import-1", plan, new byte[] { 7 }, Cancellation));
        Assert.Equal([7], (await ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());
        Assert.True(await ledger.ReplacePlanAsync("import-1", new byte[] { 7 }, default, Cancellation));
        Assert.True((await ledger.ReadPlanAsync("import-1", Cancellation)).IsEmpty);
    }

    /// <summary>Imports that ended before a time are dropped with all that the ledger knew of them; others, and all leads, stay.</summary>
    [Fact]
    public async Task Old_imports_that_ended_are_dropped_and_running_and_interrupted_ones_are_not()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1")));
        await EndedAsync(ledger, 2, ImportState.Ended, Batches.Noon.AddHours(-1));
        await EndedAsync(ledger, 3, ImportState.Interrupted, Batches.Noon.AddHours(-1));
        await EndedAsync(ledger, 4, ImportState.Finished, Batches.Noon.AddHours(2));
        await ImportAsync(ledger, 5, LedgerBatches.Batch(1, 1, Entry(1, "5", "Acme")));
        await UndoAsync(ledger, 5);
        await ledger.StartAsync(LedgerBatches.Start(6), Cancellation);
        await EndedAsync(ledger, 7, ImportState.Finished, Batches.Noon);
        await ledger.StartUndoAsync("import-7", LedgerBatches.Lease(), cancellationToken: Cancellation);

        Assert.Equal(3, await ledger.PurgeAsync(Batches.Noon.AddHours(1).AddTicks(10), Cancellation));

        Assert.Equal(0, await ledger.PurgeAsync(Batches.Noon.AddHours(1).AddTicks(10), Cancellation));
        var left = await ListAsync((await OpenUndoAsync()).ReadImportsAsync(cancellationToken: Cancellation));
        Assert.Equal(["import-7", "import-6", "import-4", "import-3"], left.Select(import => import.Import.ImportId));
        Assert.Null(await ledger.FindImportAsync("import-1", Cancellation));
        Assert.True((await ledger.ReadPlanAsync("import-1", Cancellation)).IsEmpty);
        Assert.Empty(await ListAsync(ledger.ReadBatchesAsync("import-1", Cancellation)));
        Assert.Empty(await RowsAsync(ledger, "1"));
        Assert.Equal("1", Assert.Single(await ledger.ReadLeadsAsync(["1", "5"], Cancellation)).Lead.SellsyContactId);
        await ImportAsync(ledger, 1, LedgerBatches.Batch(1, 1, Entry(1, "8")));
        Assert.Equal(1, await ledger.PurgeAsync(Batches.Noon.AddMinutes(1), Cancellation));
    }

    /// <summary>A plan that was dropped is not found again: the same file is a new import.</summary>
    [Fact]
    public async Task A_dropped_import_is_not_found_by_its_plan()
    {
        var ledger = await ImportedAsync(LedgerBatches.Batch(1, 1, Entry(1, "1")));
        await ledger.PurgeAsync(Batches.Noon.AddDays(1), Cancellation);

        var started = await ledger.StartAsync(LedgerBatches.Start(2, plan: 1) with { Plan = LedgerBatches.Start().Plan }, Cancellation);

        Assert.Equal(("import-2", ImportState.Running), (started.Import.ImportId, started.State));
    }

    /// <summary>What a dropped import changed is not lost to the undo of an earlier import that is still there, nor is a lead that it created again.</summary>
    [Fact]
    public async Task What_a_dropped_import_changed_is_kept_by_the_undo_of_an_earlier_one()
    {
        var ledger = await OpenUndoAsync();
        await ledger.StartAsync(LedgerBatches.Start(), Cancellation);
        await ledger.WriteAsync(LedgerBatches.Batch(1, 1, Entry(1, "1"), Entry(2, "2"), Entry(3, "3")), Cancellation);
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        await RemoveLeadAsync("2");
        await ImportAsync(ledger, 2, LedgerBatches.Batch(1, 1, Change(1, await ReadAsync(ledger, "1"), "Changed"), Entry(2, "2")));
        Assert.Equal(1, await ledger.PurgeAsync(Batches.Noon.AddDays(2), Cancellation));

        await UndoAsync(ledger);

        Assert.Equal(["1", "2"], (await ReadAsync(ledger, ["1", "2", "3"])).Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Changed", (await ReadAsync(ledger, "1")).Lead.LastName);
        Assert.Equal(["Kept", "Kept", "Removed"], (await ListAsync(ledger.ReadUndoneAsync("import-1", Cancellation))).Select(lead => $"{lead.Outcome}"));
    }

    private static async Task EndedAsync(IUndoLedger ledger, int number, ImportState state, DateTimeOffset endedAt)
    {
        await ledger.StartAsync(LedgerBatches.Start(number), Cancellation);
        await ledger.EndAsync(LedgerBatches.Import(number).ImportId, LedgerBatches.Lease().Token, state, endedAt, Cancellation);
    }

    private static async Task<IEnumerable<ImportedRow>> RowsAsync(IUndoLedger ledger, string id) =>
        (await ListAsync(ledger.ReadRowsOfAsync("", id, Cancellation))).OrderBy(row => row.ImportId, StringComparer.Ordinal).ThenBy(row => row.Row);
}
