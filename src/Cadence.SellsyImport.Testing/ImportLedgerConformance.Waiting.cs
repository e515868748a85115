using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Leases of calls that waited for another writer.
public abstract partial class ImportLedgerConformance
{
    private const int YieldExponent = 14;

    /// <summary>A lease that ends while a call waits is free for that call, and the new lease starts when the wait is over.</summary>
    [Fact]
    public async Task A_lease_that_ended_while_a_start_waited_is_taken()
    {
        await FilledAsync("1");
        var other = await OpenAsync();

        var taken = await AfterWaitingAsync(() => other.StartAsync(LedgerBatches.Start(1, LedgerBatches.Lease("b")), Cancellation), minute: 6);

        Assert.Equal((LedgerBatches.Held("b", minute: 6), 1), (taken.Lease, taken.Batches));
        Assert.Equal(taken, await FindAsync(other));
    }

    /// <summary>A new import that waited has its lease for as long as one that did not.</summary>
    [Fact]
    public async Task A_new_import_that_waited_has_its_whole_lease()
    {
        var ledger = await OpenAsync();

        // Opened and used earlier, so that the call waits for nothing else.
        Assert.Null(await ledger.FindImportAsync("import-1", Cancellation));
        var started = await AfterWaitingAsync(() => ledger.StartAsync(LedgerBatches.Start(), Cancellation), minute: 6);

        Assert.Equal(LedgerBatches.Held(minute: 6), started.Lease);
    }

    /// <summary>A batch that waited renews its lease from the end of the wait on.</summary>
    [Fact]
    public async Task A_batch_that_waited_renews_its_lease_from_then_on()
    {
        var ledger = await StartedAsync();

        var outcomes = await AfterWaitingAsync(() => ledger.WriteAsync(LedgerBatches.New("1"), Cancellation), minute: 6);

        Assert.Equal([LeadEntryOutcome.Added], outcomes);
        Assert.Equal(LedgerBatches.Held(minute: 6), (await FindAsync(ledger)).Lease);
    }

    /// <summary>Makes a call while another process writes, which ends so many minutes after noon.</summary>
    private protected async Task<T> AfterWaitingAsync<T>(Func<ValueTask<T>> call, int minute)
    {
        var hold = await HoldWritesAsync();
        Assert.SkipWhen(hold is null, "The store cannot be held.");
        Task<T> waiting;
        await using (hold!)
        {
            waiting = Task.Run(async () => await call(), Cancellation);
            await Scheduling.YieldAsync(YieldExponent);
            Assert.False(waiting.IsCompleted);
            At(minute);
        }

        return await waiting;
    }
}
