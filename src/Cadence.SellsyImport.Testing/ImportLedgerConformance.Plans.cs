using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Which import a start finds by its id and by its plan.
public abstract partial class ImportLedgerConformance
{
    /// <summary>The plan of a finished import, byte for byte, finds it also under another id; an undone one is not found.</summary>
    [Fact]
    public async Task The_same_plan_finds_its_finished_import_and_starts_none()
    {
        var ledger = await FilledAsync("1");
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);
        var finished = await FindAsync(ledger);
        var again = LedgerBatches.Start(2, LedgerBatches.Lease("b"), plan: 1) with { Plan = LedgerBatches.Start().Plan };

        Assert.Equal(finished, await ledger.StartAsync(again, Cancellation));

        Assert.Equal([finished], await ListAsync(ledger.ReadImportsAsync(cancellationToken: Cancellation)));
    }

    /// <summary>An import that can be resumed comes before a finished one of the same plan.</summary>
    [Fact]
    public async Task An_unfinished_import_is_found_before_a_finished_one_of_the_same_plan()
    {
        var ledger = await FilledAsync("1");
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);
        await ledger.StartAsync(LedgerBatches.Start(2, plan: 1), Cancellation);
        var again = LedgerBatches.Start(3, LedgerBatches.Lease("b"), plan: 1) with { Plan = LedgerBatches.Start().Plan };

        var found = await ledger.StartAsync(again, Cancellation);

        Assert.Equal(("import-2", LedgerBatches.Held()), (found.Import.ImportId, found.Lease));
    }

    /// <summary>A start with the id of an import of another plan gets neither its lease nor replaces its plan.</summary>
    /// <param name="isInterrupted">Whether the lease is free.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_plan_under_the_id_of_an_import_changes_nothing(bool isInterrupted)
    {
        var ledger = await StartedAsync();
        if (isInterrupted)
        {
            await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        }

        var before = await FindAsync(ledger);
        At(30);

        var found = await ledger.StartAsync(LedgerBatches.Start(1, LedgerBatches.Lease("b"), plan: 2) with { Plan = new byte[] { 9 } }, Cancellation);

        Assert.Equal(before, found);
        Assert.Equal(before, await FindAsync(ledger));
        Assert.Equal(LedgerBatches.Start().Plan.ToArray(), (await ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());
    }
}
