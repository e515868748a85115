using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Cancellation and concurrent writers.
public abstract partial class ImportLedgerConformance
{
    /// <summary>Cancellation is reported as such, and nothing is stored.</summary>
    [Fact]
    public async Task A_call_cancelled_before_it_starts_changes_nothing()
    {
        var ledger = await FilledAsync("1");
        var before = await FindAsync(ledger);
        var cancelled = new CancellationToken(canceled: true);
        var batch = LedgerBatches.Batch(2, 2, LedgerBatches.Entry(2, FullLeads.Of("2")));
        Func<Task>[] calls =
        [
            async () => await ledger.ReadLeadsAsync(["1"], cancelled),
            async () => await ledger.StartAsync(LedgerBatches.Start(2), cancelled),
            async () => await ledger.WriteAsync(batch, cancelled),
            async () => await ledger.EndAsync("import-1", batch.Lease.Token, ImportState.Finished, Batches.Noon, cancelled),
        ];

        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        }

        Assert.Equal([before], await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation)));
        Assert.Empty(await ledger.ReadLeadsAsync(["2"], Cancellation));
        await CompaniesAreAsync();
    }

    /// <summary>Cancelled while it runs, a batch is stored whole and reported as stored, or is not stored at all; in both cases the call can be repeated.</summary>
    [Fact]
    public async Task A_batch_cancelled_in_its_midst_is_stored_whole_or_not_at_all()
    {
        const int Leads = 200;
        var ledger = await StartedAsync();
        for (var number = 1; number <= 20; number++)
        {
            var batch = LedgerBatches.Numbered(number, ((number - 1) * Leads) + 1, Leads);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var writing = Task.Run(async () => await ledger.WriteAsync(batch, stopping.Token), Cancellation);
            await Scheduling.YieldAsync(number);
            await stopping.CancelAsync();
            await ((Task)writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            var isReported = writing.IsCompletedSuccessfully;
            Assert.True(isReported || writing.IsCanceled, $"Batch {number}: {writing.Exception?.InnerException?.GetType()}");
            var found = await ledger.ReadLeadsAsync(Batches.Ids(batch.Leads), Cancellation);
            var import = await FindAsync(ledger);
            Assert.Equal(isReported ? (Leads, number, (long)number * Leads) : (0, number - 1, (number - 1L) * Leads), (found.Length, import.Batches, import.Counts.Read));
            Assert.Equal(Repeat(LeadEntryOutcome.Added, Leads), await ledger.WriteAsync(batch, Cancellation));
        }
    }

    /// <summary>Two imports write at once: each contact is created by one of them, and each change is made by one of them.</summary>
    [Fact]
    public async Task Two_imports_at_once_create_and_change_every_lead_once()
    {
        const int BatchCount = 10;
        const int Leads = 50;
        var there = await FilledAsync([.. Batches.Ids(Batches.Numbered(1, 10_001, BatchCount * Leads))]);
        var versions = await ReadAsync(there, Batches.Ids(Batches.Numbered(1, 10_001, BatchCount * Leads)));

        var outcomes = await Task.WhenAll(Enumerable.Range(2, 2).Select(writer => Task.Run(
            async () =>
            {
                var ledger = await OpenAsync();
                await ledger.StartAsync(LedgerBatches.Start(writer, LedgerBatches.Lease($"{writer}")), Cancellation);
                var all = new List<LeadEntryOutcome>();
                for (var number = 1; number <= BatchCount; number++)
                {
                    // The second writer uses the reverse order, so that the two meet in the middle.
                    var place = (writer == 2 ? number - 1 : BatchCount - number) * Leads;
                    var firstRow = ((number - 1) * 2 * Leads) + 1;
                    var created = Batches.Numbered(number, place + 1, Leads).Entries;
                    var changed = Batches.Numbered(number, place + 10_001, Leads).Entries
                        .Select(entry => entry with { Before = versions[entry.Lead.SellsyContactId] });
                    var entries = created.Concat(changed).Select((entry, index) => entry with { Row = firstRow + index });
                    var batch = LedgerBatches.Batch(number, firstRow, [.. entries]).Of(writer, LedgerBatches.Lease($"{writer}"));
                    all.AddRange(await ledger.WriteAsync(batch, Cancellation));
                }

                return all;
            },
            Cancellation)));

        var counts = outcomes.SelectMany(all => all).CountBy(outcome => outcome).ToDictionary();
        Assert.Equal(BatchCount * Leads, counts[LeadEntryOutcome.Added]);
        Assert.Equal(BatchCount * Leads, counts[LeadEntryOutcome.AlreadyPresent]);
        Assert.Equal(BatchCount * Leads, counts[LeadEntryOutcome.Updated]);
        Assert.Equal(BatchCount * Leads, counts[LeadEntryOutcome.ChangedMeanwhile]);
        var imports = new[] { await FindAsync(there, 2), await FindAsync(there, 3) };
        Assert.Equal(BatchCount * Leads, imports.Sum(import => import.Counts.Added));
        Assert.Equal(BatchCount * Leads, imports.Sum(import => import.Counts.Updated));
        Assert.All(imports, import => Assert.True(import.Counts.IsBalanced));
    }

    /// <summary>Several processes write the same batch at once, as when a call is repeated too early.</summary>
    [Fact]
    public async Task One_batch_handed_over_by_several_at_once_is_stored_once()
    {
        var ledger = await FilledAsync("1");
        var there = await ReadAsync(ledger, "1");
        var batch = LedgerBatches.Batch(2, 2, LedgerBatches.Entry(2, FullLeads.Of("1"), there), LedgerBatches.Entry(3, FullLeads.Of("3")));
        IImportLedger[] ledgers = [ledger, await OpenAsync(), await OpenAsync(), await OpenAsync()];

        var outcomes = await Task.WhenAll(ledgers.Select(one => Task.Run(async () => await one.WriteAsync(batch, Cancellation), Cancellation)));

        Assert.All(outcomes, one => Assert.Equal([LeadEntryOutcome.Updated, LeadEntryOutcome.Added], one));
        Assert.Equal(new(3, 2, 1, 0, 0, 0), (await FindAsync(ledger)).Counts);
    }

    /// <summary>Two processes repeatedly take over one import from each other: every batch is stored once, by the process that held the lease.</summary>
    [Fact]
    public async Task An_import_that_two_processes_take_from_each_other_stores_every_batch_once()
    {
        const int BatchCount = 30;
        const int Leads = 10;
        await StartedAsync();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(
            async () =>
            {
                var ledger = await OpenAsync();
                for (var run = 0; (await FindAsync(ledger)).Batches < BatchCount; run++)
                {
                    await WriteUntilTakenOverAsync(ledger, $"{writer}.{run}", BatchCount, Leads);
                }
            },
            Cancellation)));

        var import = await FindAsync(await OpenAsync());
        Assert.Equal((BatchCount, new(BatchCount * Leads, BatchCount * Leads, 0, 0, 0, 0)), (import.Batches, import.Counts));
        var stored = await ListAsync((await OpenAsync()).ReadBatchesAsync("import-1", Cancellation));
        Assert.Equal(Enumerable.Range(1, BatchCount), stored.Select(batch => batch.Number));
    }

    private static async Task WriteUntilTakenOverAsync(IImportLedger ledger, string holder, int batches, int leads)
    {
        var lease = LedgerBatches.Lease(holder);
        var held = await FindAsync(ledger);
        var taken = await ledger.StartAsync(LedgerBatches.Start(1, lease) with { TakeOverFrom = held.Lease?.Token }, Cancellation);
        if (taken.Lease?.Token != lease.Token)
        {
            return;
        }

        try
        {
            for (var number = taken.Batches + 1; number <= batches; number++)
            {
                await ledger.WriteAsync(LedgerBatches.Numbered(number, ((number - 1) * leads) + 1, leads) with { Lease = lease }, Cancellation);
            }
        }
        catch (SellsyImportException exception) when (exception.Code == ErrorCodes.ImportTakenOver)
        {
            // The other process continues.
        }
    }
}
