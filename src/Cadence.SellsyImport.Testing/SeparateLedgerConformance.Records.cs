using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Imports, leases and batches, as the importer calls them.
public abstract partial class SeparateLedgerConformance
{
    private static readonly ImportCounts None = new(0, 0, 0, 0, 0, 0);

    /// <summary>A start is stored with all its values.</summary>
    [Fact]
    public async Task An_import_is_stored_as_it_was_started()
    {
        var ledger = await OpenLedgerAsync();
        var import = LedgerBatches.Import(1) with
        {
            FileName = "contacts « été » 👩‍🌾.csv",
            StartedBy = "aline'; --",
            FileLocation = "/données/contacts.csv",
            ExistingLeads = ExistingLeadPolicy.Overwrite,
        };
        var start = LedgerBatches.Start() with { Import = import };
        var expected = new LedgerImport(import, start.PlanHash, ImportState.Running, None) { Lease = LedgerBatches.Held() };

        Assert.Equal(expected, await ledger.StartAsync(start, Cancellation));

        Assert.Equal(expected, await (await OpenLedgerAsync()).FindImportAsync(import.ImportId, Cancellation));
        Assert.Equal([expected], await HistoryAsync(ledger));
        Assert.Equal(start.Plan.ToArray(), (await ledger.ReadPlanAsync(import.ImportId, Cancellation)).ToArray());
        Assert.Null(await ledger.FindNewestBatchAsync(import.ImportId, Cancellation));
        Assert.Empty(await ledger.ReadBatchesAsync(import.ImportId, 1, 100, Cancellation));
    }

    /// <summary>Queries about an unknown import return an empty answer, not an error.</summary>
    [Fact]
    public async Task An_unknown_import_has_nothing()
    {
        var ledger = await StartedAsync();

        Assert.Null(await ledger.FindImportAsync("import-9", Cancellation));
        Assert.True((await ledger.ReadPlanAsync("import-9", Cancellation)).IsEmpty);
        Assert.Null(await ledger.FindNewestBatchAsync("import-9", Cancellation));
        Assert.Empty(await ledger.ReadBatchesAsync("import-9", 1, 9, Cancellation));
        Assert.Null(await ledger.StartUndoAsync("import-9", LedgerBatches.Lease(), cancellationToken: Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(async () =>
            await ledger.BeginBatchAsync(Record(1, BatchStage.Begun, 1, import: 9), LedgerBatches.Lease(), Cancellation));
    }

    /// <summary>A batch that is begun is in doubt until it is written; the counts and the place of the import move only then.</summary>
    [Fact]
    public async Task A_begun_batch_is_in_doubt_until_it_is_written()
    {
        var ledger = await StartedAsync();
        At(1);

        Assert.Null(await ledger.BeginBatchAsync(Begun(1), LedgerBatches.Lease(), Cancellation));

        var inDoubt = await FindAsync(await OpenLedgerAsync());
        Assert.Equal((true, 0, None, null), (inDoubt.HasBatchInDoubt, inDoubt.Batches, inDoubt.Counts, inDoubt.Next));
        Assert.Equal(LedgerBatches.Held(minute: 1), inDoubt.Lease);
        Assert.Equal([inDoubt], await HistoryAsync(ledger));
        Assert.Equal(Begun(1), await ledger.FindNewestBatchAsync("import-1", Cancellation));
        At(2);
        await ledger.SetBatchAsync(Written(1), LedgerBatches.Lease(), Cancellation);

        var written = await FindAsync(await OpenLedgerAsync());
        Assert.Equal((false, 1, Written(1).Counts, Written(1).Next), (written.HasBatchInDoubt, written.Batches, written.Counts, written.Next));
        Assert.Equal(LedgerBatches.Held(minute: 2), written.Lease);
        Assert.Equal([Written(1) with { Counts = null, Next = null }], await ledger.ReadBatchesAsync("import-1", 1, 1, Cancellation));
    }

    /// <summary>A batch number is begun once; who begins it again gets the batch that is there, whatever became of it.</summary>
    [Fact]
    public async Task A_batch_that_is_begun_twice_stays_as_it_is()
    {
        var ledger = await FilledAsync();
        await ledger.BeginBatchAsync(Begun(2), LedgerBatches.Lease(), Cancellation);

        Assert.Equal(Begun(2), await ledger.BeginBatchAsync(Begun(2, content: 7), LedgerBatches.Lease(), Cancellation));
        Assert.Equal(
            Written(1) with { Counts = null, Next = null },
            await (await OpenLedgerAsync()).BeginBatchAsync(Begun(1, content: 7), LedgerBatches.Lease(), Cancellation));

        Assert.Equal(Begun(2), await ledger.FindNewestBatchAsync("import-1", Cancellation));
        Assert.Equal(1, (await FindAsync(ledger)).Batches);
    }

    /// <summary>The content of a begun batch can be replaced; a batch that is written twice counts once.</summary>
    [Fact]
    public async Task A_batch_is_replaced_while_it_is_begun_and_counted_once_when_it_is_written()
    {
        var ledger = await StartedAsync();
        await ledger.BeginBatchAsync(Begun(1), LedgerBatches.Lease(), Cancellation);

        await ledger.SetBatchAsync(Begun(1, content: 9), LedgerBatches.Lease(), Cancellation);
        Assert.Equal(Begun(1, content: 9), await ledger.FindNewestBatchAsync("import-1", Cancellation));
        await ledger.SetBatchAsync(Written(1), LedgerBatches.Lease(), Cancellation);
        await ledger.SetBatchAsync(Written(1, content: 8), LedgerBatches.Lease(), Cancellation);

        Assert.Equal(Written(1).Content, (await ledger.FindNewestBatchAsync("import-1", Cancellation))!.Content);
        Assert.Equal((1, Written(1).Counts), ((await FindAsync(ledger)).Batches, (await FindAsync(ledger)).Counts));
    }

    /// <summary>A batch without leads is written without being begun; its counts may be negative.</summary>
    [Fact]
    public async Task A_batch_may_be_written_without_being_begun()
    {
        var ledger = await FilledAsync(2);

        await ledger.SetBatchAsync(
            Written(3) with { Counts = new(2, -1, 0, 1, 0, 2), Next = LedgerBatches.Next(5) }, LedgerBatches.Lease(), Cancellation);

        var import = await FindAsync(ledger);
        Assert.Equal((3, new ImportCounts(4, 1, 0, 1, 0, 2), LedgerBatches.Next(5)), (import.Batches, import.Counts, import.Next));
    }

    /// <summary>Batches come in the order of their numbers, whatever range is asked for.</summary>
    [Fact]
    public async Task Batches_are_read_by_their_numbers()
    {
        var ledger = await FilledAsync(12);
        await ledger.BeginBatchAsync(Begun(13), LedgerBatches.Lease(), Cancellation);

        Assert.Equal([3, 4, 5], await NumbersAsync(3, 5));
        Assert.Equal(Enumerable.Range(1, 13), await NumbersAsync(-5, 100));
        Assert.Equal([13], await NumbersAsync(13, 20));
        Assert.Empty(await NumbersAsync(14, 20));

        async Task<IEnumerable<int>> NumbersAsync(int first, int last) =>
            (await ledger.ReadBatchesAsync("import-1", first, last, Cancellation)).Select(record => record.Number);
    }

    /// <summary>Content of one megabyte is read back byte for byte.</summary>
    [Fact]
    public async Task Content_comes_back_byte_for_byte()
    {
        var ledger = await StartedAsync();
        var content = new byte[1 << 20];
        new Random(42).NextBytes(content);

        await ledger.BeginBatchAsync(Begun(1) with { Content = content }, LedgerBatches.Lease(), Cancellation);

        var read = await (await OpenLedgerAsync()).FindNewestBatchAsync("import-1", Cancellation);
        Assert.True(read!.Content.Span.SequenceEqual(content));
    }

    /// <summary>Batch numbers are counted per import.</summary>
    [Fact]
    public async Task The_same_number_of_another_import_is_another_batch()
    {
        var ledger = await FilledAsync();
        await ledger.StartAsync(LedgerBatches.Start(2), Cancellation);
        var other = Record(1, BatchStage.Begun, 5, import: 2);

        Assert.Null(await ledger.BeginBatchAsync(other, LedgerBatches.Lease(), Cancellation));

        Assert.Equal(other, await ledger.FindNewestBatchAsync("import-2", Cancellation));
        Assert.Equal((false, true), ((await FindAsync(ledger)).HasBatchInDoubt, (await FindAsync(ledger, 2)).HasBatchInDoubt));
    }

    /// <summary>A batch that is begun makes the plan final, as a written one does.</summary>
    [Fact]
    public async Task The_plan_of_an_import_is_final_once_a_batch_is_begun()
    {
        var ledger = await StartedAsync();
        var second = LedgerBatches.Start(2, plan: 1) with { Plan = new byte[] { 7, 8, 9 } };
        await ledger.StartAsync(second, Cancellation);
        Assert.Equal(second.Plan.ToArray(), (await ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());
        await ledger.BeginBatchAsync(Begun(1), LedgerBatches.Lease(), Cancellation);

        var taken = await ledger.StartAsync(second with { Plan = new byte[] { 6 } }, Cancellation);

        Assert.Equal(second.Plan.ToArray(), (await ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());
        Assert.True(taken.HasBatchInDoubt);
        Assert.Equal(await FindAsync(ledger), taken);
    }

    /// <summary>The plan of a finished import, byte for byte, finds it also under another id. One that can be resumed comes before it.</summary>
    [Fact]
    public async Task The_same_plan_finds_its_finished_import_and_starts_none()
    {
        var ledger = await FilledAsync();
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);
        var finished = await FindAsync(ledger);
        var again = LedgerBatches.Start(2, LedgerBatches.Lease("b"), plan: 1) with { Plan = LedgerBatches.Start().Plan };

        Assert.Equal(finished, await ledger.StartAsync(again, Cancellation));

        Assert.Equal([finished], await HistoryAsync(ledger));
        await ledger.StartAsync(LedgerBatches.Start(2, plan: 1) with { Plan = new byte[] { 9 } }, Cancellation);
        Assert.Equal("import-2", (await ledger.StartAsync(again with { Import = LedgerBatches.Import(3) }, Cancellation)).Import.ImportId);
        Assert.Equal(2, (await HistoryAsync(ledger)).Count);
    }

    /// <summary>A start with the id of an import of another plan gets neither its lease nor replaces its plan.</summary>
    [Fact]
    public async Task Another_plan_under_the_id_of_an_import_changes_nothing()
    {
        var ledger = await StartedAsync();
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        var before = await FindAsync(ledger);

        var found = await ledger.StartAsync(LedgerBatches.Start(1, LedgerBatches.Lease("b"), plan: 2) with { Plan = new byte[] { 9 } }, Cancellation);

        Assert.Equal(before, found);
        Assert.Equal(before, await FindAsync(ledger));
        Assert.Equal(LedgerBatches.Start().Plan.ToArray(), (await ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());
    }

    /// <summary>A lease that is held is not taken; one that has expired, or whose holder has ended, is. The earlier holder then writes nothing more.</summary>
    /// <param name="how">Why the lease is free.</param>
    [Theory]
    [InlineData("expired")]
    [InlineData("dead")]
    [InlineData("interrupted")]
    public async Task Only_the_last_holder_of_the_lease_writes(string how)
    {
        var ledger = await FilledAsync();
        await ledger.BeginBatchAsync(Begun(2), LedgerBatches.Lease(), Cancellation);
        var lease = LedgerBatches.Lease("b");
        var start = LedgerBatches.Start(2, lease, plan: 1);
        At(4);
        Assert.Equal(await FindAsync(ledger), await ledger.StartAsync(start, Cancellation));
        At(how == "expired" ? 6 : 4);
        if (how == "interrupted")
        {
            await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
            Assert.Equal((ImportState.Interrupted, null), ((await FindAsync(ledger)).State, (await FindAsync(ledger)).Lease));
        }

        var other = await OpenLedgerAsync();
        var taken = await other.StartAsync(start with { TakeOverFrom = how == "dead" ? LedgerBatches.Lease().Token : null }, Cancellation);

        Assert.Equal((LedgerBatches.Import(1), lease.TakenAt(Time.GetUtcNow()), true), (taken.Import, taken.Lease, taken.HasBatchInDoubt));
        await TakenOverAsync(async () => await ledger.SetBatchAsync(Written(2), LedgerBatches.Lease(), Cancellation));
        await TakenOverAsync(async () => await ledger.BeginBatchAsync(Begun(3), LedgerBatches.Lease(), Cancellation));
        await TakenOverAsync(async () => await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation));
        Assert.Equal(taken, await FindAsync(ledger));
        await other.SetBatchAsync(Written(2), lease, Cancellation);
        Assert.Equal(2, (await FindAsync(ledger)).Batches);
    }

    /// <summary>An end releases the lease; a second call changes nothing, and no batch is stored afterwards.</summary>
    /// <param name="state">How it ends.</param>
    [Theory]
    [InlineData(ImportState.Finished)]
    [InlineData(ImportState.Interrupted)]
    [InlineData(ImportState.Ended)]
    public async Task An_end_is_stored_once_and_gives_the_lease_back(ImportState state)
    {
        var ledger = await FilledAsync();
        var ended = await FindAsync(ledger) with { State = state, EndedAt = Batches.Noon.AddMinutes(2), Lease = null };

        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, state, Batches.Noon.AddMinutes(2), Cancellation);
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, state, Batches.Noon.AddMinutes(3), Cancellation);

        Assert.Equal(ended, await FindAsync(await OpenLedgerAsync()));
        await TakenOverAsync(async () => await ledger.BeginBatchAsync(Begun(2), LedgerBatches.Lease(), Cancellation));
        await TakenOverAsync(async () => await ledger.SetBatchAsync(Written(2), LedgerBatches.Lease(), Cancellation));
    }

    /// <summary>An undo takes the newest batch first, keeps its state when it is interrupted, and ends the import as undone.</summary>
    [Fact]
    public async Task Batches_are_undone_from_the_newest_to_the_first()
    {
        var ledger = await FilledAsync(3);
        var lease = LedgerBatches.Lease();
        await ledger.EndAsync("import-1", lease.Token, ImportState.Finished, Batches.Noon, Cancellation);

        var started = await ledger.StartUndoAsync("import-1", lease, cancellationToken: Cancellation);
        Assert.Equal((ImportState.Undoing, lease.Token), (started?.State, started?.Lease?.Token));
        for (var number = 3; number >= 1; number--)
        {
            Assert.Equal(number, (await ledger.FindNewestBatchAsync("import-1", Cancellation))?.Number);
            await ledger.SetBatchAsync(Record(number, BatchStage.Undoing, 3), lease, Cancellation);
            Assert.Equal(Record(number, BatchStage.Undoing, 3), await ledger.FindNewestBatchAsync("import-1", Cancellation));
            await ledger.EndAsync("import-1", lease.Token, ImportState.Interrupted, Batches.Noon, Cancellation);
            Assert.Equal((ImportState.Undoing, null), ((await FindAsync(ledger)).State, (await FindAsync(ledger)).Lease));
            await ledger.StartUndoAsync("import-1", lease, cancellationToken: Cancellation);
            await ledger.SetBatchAsync(Record(number, BatchStage.Undone, 4), lease, Cancellation);
        }

        Assert.Null(await ledger.FindNewestBatchAsync("import-1", Cancellation));
        await ledger.EndAsync("import-1", lease.Token, ImportState.Undone, Batches.Noon.AddHours(1), Cancellation);
        await ledger.EndAsync("import-1", lease.Token, ImportState.Undone, Batches.Noon.AddHours(2), Cancellation);

        var undone = await FindAsync(await OpenLedgerAsync());
        Assert.Equal(
            (ImportState.Undone, Batches.Noon.AddHours(1), null, 3, new(3, 3, 0, 0, 0, 0)),
            (undone.State, undone.EndedAt, undone.Lease, undone.Batches, undone.Counts));
        Assert.Equal(undone, await ledger.StartUndoAsync("import-1", LedgerBatches.Lease("b"), cancellationToken: Cancellation));
        Assert.All(await ledger.ReadBatchesAsync("import-1", 1, 3, Cancellation), record => Assert.Equal(BatchStage.Undone, record.Stage));
    }

    /// <summary>Of several processes that start one plan at once, one writes, and there is one import.</summary>
    [Fact]
    public async Task Of_several_starts_of_one_plan_at_once_one_gets_the_lease()
    {
        ISeparateLedger[] ledgers = [await OpenLedgerAsync(), await OpenLedgerAsync(), await OpenLedgerAsync()];

        var found = await Task.WhenAll(ledgers.Select((ledger, index) => Task.Run(
            async () => await ledger.StartAsync(LedgerBatches.Start(index + 1, LedgerBatches.Lease($"{index}"), plan: 1), Cancellation),
            Cancellation)));

        var import = Assert.Single(await HistoryAsync(ledgers[0]));
        Assert.All(found, one => Assert.Equal(import, one));
        Assert.Single(found.Where((one, index) => one.Lease == LedgerBatches.Held($"{index}")));
    }

    /// <summary>Cancellation is reported as such, and nothing is stored.</summary>
    [Fact]
    public async Task A_call_cancelled_before_it_starts_stores_nothing()
    {
        var ledger = await StartedAsync();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ledger.BeginBatchAsync(Begun(1), LedgerBatches.Lease(), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ledger.SetBatchAsync(Written(1), LedgerBatches.Lease(), cancelled));

        Assert.Null(await ledger.FindNewestBatchAsync("import-1", Cancellation));
        Assert.Equal(0, (await FindAsync(ledger)).Batches);
    }
}
