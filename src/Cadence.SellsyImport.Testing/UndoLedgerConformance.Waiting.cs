using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Leases of an undo that waited for another writer.
public abstract partial class UndoLedgerConformance
{
    /// <summary>A lease that ends while an undo waits is free for it.</summary>
    [Fact]
    public async Task A_lease_that_ended_while_an_undo_waited_is_taken()
    {
        await FilledAsync("1");
        var other = await OpenUndoAsync();

        var taken = await AfterWaitingAsync(() => other.StartUndoAsync("import-1", LedgerBatches.Lease("b"), cancellationToken: Cancellation), minute: 6);

        Assert.Equal((ImportState.Undoing, LedgerBatches.Held("b", minute: 6)), (taken?.State, taken?.Lease));
        Assert.Equal(taken, await FindAsync(other));
    }

    /// <summary>An undone batch that waited renews its lease from the end of the wait on.</summary>
    [Fact]
    public async Task An_undone_batch_that_waited_renews_its_lease_from_then_on()
    {
        var ledger = await ImportedAsync(LedgerBatches.New("1"));
        await StartUndoAsync(ledger);
        var undo = Decide(await NextAsync(ledger));

        Assert.True(await AfterWaitingAsync(() => ledger.UndoAsync(undo, Cancellation), minute: 6));

        Assert.Equal(LedgerBatches.Held(minute: 6), (await FindAsync(ledger)).Lease);
    }
}
