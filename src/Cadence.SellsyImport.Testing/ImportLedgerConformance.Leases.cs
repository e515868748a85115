using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Leases: starts, take-overs, ends and the history.
public abstract partial class ImportLedgerConformance
{
    private static readonly ImportCounts None = new(0, 0, 0, 0, 0, 0);

    /// <summary>A start is stored with all its values.</summary>
    [Fact]
    public async Task An_import_is_remembered_as_it_was_started()
    {
        var ledger = await OpenAsync();
        var import = LedgerBatches.Import(1) with
        {
            FileName = "contacts « été » 👩‍🌾.csv",
            StartedBy = "aline'; --",
            FileLocation = "/données/contacts « été » 👩‍🌾.csv",
            ExistingLeads = ExistingLeadPolicy.Overwrite,
        };
        var start = LedgerBatches.Start() with { Import = import };
        var expected = new LedgerImport(import, start.PlanHash, ImportState.Running, None) { Lease = LedgerBatches.Held() };

        Assert.Equal(expected, await ledger.StartAsync(start, Cancellation));

        Assert.Equal(expected, await (await OpenAsync()).FindImportAsync(import.ImportId, Cancellation));
        Assert.Equal([expected], await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation)));
        Assert.Equal(start.Plan.ToArray(), (await ledger.ReadPlanAsync(import.ImportId, Cancellation)).ToArray());
        Assert.Empty(await ListAsync(ledger.ReadBatchesAsync(import.ImportId, Cancellation)));
    }

    /// <summary>Values that a start does not give are null.</summary>
    [Fact]
    public async Task An_import_of_which_little_is_told_comes_back_with_nothing_more()
    {
        var ledger = await OpenAsync();
        var start = LedgerBatches.Start() with { Plan = default };

        await ledger.StartAsync(start, Cancellation);

        Assert.Equal(start.Import, (await FindAsync(ledger)).Import);
        Assert.True((await ledger.ReadPlanAsync(start.Import.ImportId, Cancellation)).IsEmpty);
    }

    /// <summary>A plan of one megabyte is read back byte for byte.</summary>
    [Fact]
    public async Task A_plan_comes_back_byte_for_byte()
    {
        var ledger = await OpenAsync();
        var plan = new byte[1 << 20];
        new Random(42).NextBytes(plan);

        await ledger.StartAsync(LedgerBatches.Start() with { Plan = plan }, Cancellation);

        Assert.True((await (await OpenAsync()).ReadPlanAsync("import-1", Cancellation)).Span.SequenceEqual(plan));
    }

    /// <summary>Queries about an unknown import return an empty answer, not an error.</summary>
    [Fact]
    public async Task An_unknown_import_is_nothing_and_no_fault()
    {
        var ledger = await StartedAsync();

        Assert.Null(await ledger.FindImportAsync("import-9", Cancellation));
        Assert.True((await ledger.ReadPlanAsync("import-9", Cancellation)).IsEmpty);
        Assert.Empty(await ListAsync(ledger.ReadBatchesAsync("import-9", Cancellation)));
        await Assert.ThrowsAnyAsync<Exception>(async () => await ledger.WriteAsync(LedgerBatches.New("1").Of(9), Cancellation));
        Assert.Empty(await ledger.ReadLeadsAsync(["1"], Cancellation));
    }

    /// <summary>Every import, the newest first.</summary>
    [Fact]
    public async Task The_history_has_every_import_newest_first()
    {
        var ledger = await OpenAsync();
        Assert.Empty(await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation)));
        for (var number = 1; number <= 12; number++)
        {
            await ledger.StartAsync(LedgerBatches.Start(number), Cancellation);
        }

        await ledger.EndAsync("import-3", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);

        var history = await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation));
        Assert.Equal(Enumerable.Range(1, 12).Reverse().Select(number => $"import-{number}"), history.Select(import => import.Import.ImportId));
        Assert.Equal(["import-3"], history.Where(import => import.State == ImportState.Finished).Select(import => import.Import.ImportId));
    }

    /// <summary>The answer to a start was lost: the call is repeated with the same token.</summary>
    [Fact]
    public async Task A_start_told_twice_is_one_import()
    {
        var ledger = await FilledAsync("1");

        var again = await ledger.StartAsync(LedgerBatches.Start() with { Plan = new byte[] { 9 } }, Cancellation);

        Assert.Equal(await FindAsync(ledger), again);
        Assert.Equal((1, ImportState.Running, LedgerBatches.Held()), (again.Batches, again.State, again.Lease));
        Assert.Equal(LedgerBatches.Start().Plan.ToArray(), (await ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());
        Assert.Single(await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation)));
    }

    /// <summary>Nothing changes if another process holds the lease of a running import, found by its id or by its plan.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_import_that_another_writes_is_not_taken(int number)
    {
        var ledger = await FilledAsync("1");
        var before = await FindAsync(ledger);

        At(4);

        var found = await (await OpenAsync()).StartAsync(
            LedgerBatches.Start(number, LedgerBatches.Lease("b"), plan: 1) with { TakeOverFrom = "token-c" },
            Cancellation);

        Assert.Equal(before, found);
        Assert.Equal([before], await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation)));
        Assert.Equal([LeadEntryOutcome.Added], await ledger.WriteAsync(LedgerBatches.Batch(2, 2, LedgerBatches.Entry(2, Batches.Lead("2"))), Cancellation));
    }

    /// <summary>After an expired or released lease, or with the token of a dead holder, another process can resume the import, found by id or by plan.</summary>
    [Theory]
    [InlineData(1, "expired")]
    [InlineData(2, "expired")]
    [InlineData(1, "dead")]
    [InlineData(2, "dead")]
    [InlineData(1, "interrupted")]
    [InlineData(2, "interrupted")]
    public async Task An_import_whose_lease_is_free_is_taken_up_where_it_was(int number, string how)
    {
        var ledger = await FilledAsync("1", "2");
        var lease = LedgerBatches.Lease("b");
        At(how == "expired" ? 5 : 1);
        if (how == "interrupted")
        {
            await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon.AddMinutes(1), Cancellation);
        }

        var other = await OpenAsync();
        var taken = await other.StartAsync(
            LedgerBatches.Start(number, lease, plan: 1) with { TakeOverFrom = how == "dead" ? LedgerBatches.Lease().Token : null },
            Cancellation);

        Assert.Equal(await FindAsync(other), taken);
        Assert.Equal((LedgerBatches.Import(1), ImportState.Running, lease.TakenAt(Time.GetUtcNow())), (taken.Import, taken.State, taken.Lease));
        Assert.Equal((1, LedgerBatches.Next(3), new(2, 2, 0, 0, 0, 0)), (taken.Batches, taken.Next!.Value, taken.Counts));
        Assert.Null(taken.EndedAt);
        var next = LedgerBatches.Batch(2, 3, LedgerBatches.Entry(3, Batches.Lead("3")));
        await TakenOverAsync(async () => await ledger.WriteAsync(next, Cancellation));
        await TakenOverAsync(async () => await ledger.EndAsync("import-1", next.Lease.Token, ImportState.Finished, Batches.Noon, Cancellation));
        Assert.Equal(taken, await FindAsync(ledger));
        Assert.Empty(await ledger.ReadLeadsAsync(["3"], Cancellation));
        Assert.Equal([LeadEntryOutcome.Added], await other.WriteAsync(next with { Lease = lease }, Cancellation));
    }

    /// <summary>Until the first batch is written, a new plan replaces the earlier one; then the plan is final. A refused start changes nothing.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_plan_of_an_import_is_the_one_of_the_last_start_before_its_first_batch(int number)
    {
        var ledger = await StartedAsync();
        var second = LedgerBatches.Start(number, LedgerBatches.Lease("b"), plan: 1) with { Plan = new byte[] { 7, 8, 9, 10, 11 } };

        await ledger.StartAsync(second with { Lease = LedgerBatches.Lease("c"), Plan = new byte[] { 6 } }, Cancellation);
        Assert.Equal(LedgerBatches.Start().Plan.ToArray(), (await ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());
        At(6);
        await ledger.StartAsync(second, Cancellation);
        Assert.Equal(second.Plan.ToArray(), (await (await OpenAsync()).ReadPlanAsync("import-1", Cancellation)).ToArray());
        await ledger.WriteAsync(LedgerBatches.New("1") with { Lease = second.Lease }, Cancellation);
        At(20);
        await ledger.StartAsync(second with { Lease = LedgerBatches.Lease("d"), Plan = new byte[] { 12 } }, Cancellation);

        Assert.Equal(second.Plan.ToArray(), (await (await OpenAsync()).ReadPlanAsync("import-1", Cancellation)).ToArray());
        Assert.Equal("token-d", (await FindAsync(ledger)).Lease?.Token);
        Assert.Single(await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation)));
    }

    /// <summary>A batch renews the lease: it is still held when it would have expired.</summary>
    [Fact]
    public async Task A_lease_that_a_batch_renewed_is_held_longer()
    {
        var ledger = await StartedAsync();
        At(4);
        await ledger.WriteAsync(LedgerBatches.New("1"), Cancellation);
        At(6);

        var found = await ledger.StartAsync(LedgerBatches.Start(2, LedgerBatches.Lease("b"), plan: 1), Cancellation);

        Assert.Equal(LedgerBatches.Held(minute: 4), found.Lease);
    }

    /// <summary>A batch without the lease stores nothing: no lead, no company, no count of the import.</summary>
    [Fact]
    public async Task A_batch_of_another_token_stores_nothing()
    {
        var ledger = await FilledAsync("1");
        var there = await ReadAsync(ledger, "1");
        var before = await FindAsync(ledger);
        var batch = LedgerBatches.Batch(2, 2, LedgerBatches.Entry(2, FullLeads.Of("1"), there), LedgerBatches.Entry(3, FullLeads.Of("3")));

        At(30);
        await TakenOverAsync(async () => await ledger.WriteAsync(batch with { Lease = LedgerBatches.Lease("b") }, Cancellation));

        Assert.Equal(LeadSnapshot.ToJson(there), LeadSnapshot.ToJson(await ReadAsync(ledger, "1")));
        Assert.Empty(await ledger.ReadLeadsAsync(["3"], Cancellation));
        await CompaniesAreAsync();
        Assert.Equal(before, await FindAsync(ledger));
    }

    /// <summary>An end releases the lease; a second call changes nothing.</summary>
    [Theory]
    [InlineData(ImportState.Finished)]
    [InlineData(ImportState.Interrupted)]
    [InlineData(ImportState.Ended)]
    public async Task An_end_is_remembered_once_and_gives_the_lease_back(ImportState state)
    {
        var ledger = await FilledAsync("1");
        var running = await FindAsync(ledger);
        var ended = running with { State = state, EndedAt = Batches.Noon.AddMinutes(2), Lease = null };

        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, state, Batches.Noon.AddMinutes(2), Cancellation);
        Assert.Equal(ended, await FindAsync(ledger));
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, state, Batches.Noon.AddMinutes(3), Cancellation);

        Assert.Equal(ended, await FindAsync(await OpenAsync()));
        await TakenOverAsync(async () => await ledger.WriteAsync(LedgerBatches.Batch(2, 2, LedgerBatches.Entry(2, Batches.Lead("2"))), Cancellation));
        Assert.Empty(await ledger.ReadLeadsAsync(["2"], Cancellation));
    }

    /// <summary>A finished import, or one that a person ended, does not change any more; the same plan starts a new import.</summary>
    /// <param name="end">How it ended.</param>
    [Theory]
    [InlineData(ImportState.Finished)]
    [InlineData(ImportState.Ended)]
    public async Task A_finished_import_is_not_taken_up(ImportState end)
    {
        var ledger = await FilledAsync("1");
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, end, Batches.Noon, Cancellation);
        var finished = await FindAsync(ledger);

        Assert.Equal(finished, await ledger.StartAsync(LedgerBatches.Start(), Cancellation));
        var second = await ledger.StartAsync(LedgerBatches.Start(2, plan: 1), Cancellation);

        Assert.Equal(new(LedgerBatches.Import(2), finished.PlanHash, ImportState.Running, None) { Lease = LedgerBatches.Held() }, second);
        Assert.Equal(finished, await FindAsync(ledger));
    }

    /// <summary>Of several processes that start one plan at once, one writes, and there is one import.</summary>
    [Fact]
    public async Task Of_several_starts_of_one_plan_at_once_one_gets_the_lease()
    {
        IImportLedger[] ledgers = [await OpenAsync(), await OpenAsync(), await OpenAsync(), await OpenAsync()];

        var found = await Task.WhenAll(ledgers.Select((ledger, index) => Task.Run(
            async () => await ledger.StartAsync(LedgerBatches.Start(index + 1, LedgerBatches.Lease($"{index}"), plan: 1), Cancellation),
            Cancellation)));

        var import = Assert.Single(await ListAsync(ledgers[0].ReadImportsAsync(cancellationToken: Cancellation)));
        Assert.All(found, one => Assert.Equal(import, one));
        Assert.Single(found.Where((one, index) => one.Lease == LedgerBatches.Held($"{index}")));
    }
}
