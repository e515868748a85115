using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Requests to stop, the customer, contents that are replaced, and imports that are dropped.
public abstract partial class SeparateLedgerConformance
{
    private static readonly CancelRequest Asked = new(Batches.Noon.AddMinutes(1), "aline");

    /// <summary>After a request no batch is begun; one that is begun already is written, because the sink has it, and one that is written is answered.</summary>
    [Fact]
    public async Task An_import_that_is_asked_to_stop_begins_no_batch_and_stores_what_is_begun()
    {
        var ledger = await FilledAsync();
        await ledger.BeginBatchAsync(Begun(2), LedgerBatches.Lease(), Cancellation);

        var asked = await (await OpenLedgerAsync()).RequestCancelAsync("import-1", Asked, Cancellation);

        Assert.Equal(await FindAsync(ledger), asked);
        Assert.Equal((Asked, true), (asked?.CancelRequest, asked?.HasBatchInDoubt));
        await CancelRequestedAsync(async () => await ledger.BeginBatchAsync(Begun(2), LedgerBatches.Lease(), Cancellation));
        await ledger.SetBatchAsync(Written(2), LedgerBatches.Lease(), Cancellation);
        Assert.Equal(BatchStage.Written, (await ledger.BeginBatchAsync(Begun(2), LedgerBatches.Lease(), Cancellation))?.Stage);
        await CancelRequestedAsync(async () => await ledger.BeginBatchAsync(Begun(3), LedgerBatches.Lease(), Cancellation));
        await CancelRequestedAsync(async () => await ledger.SetBatchAsync(Written(3), LedgerBatches.Lease(), Cancellation));
        Assert.Equal((2, Asked), ((await FindAsync(ledger)).Batches, (await FindAsync(ledger)).CancelRequest));
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        Assert.Equal(Asked, (await FindAsync(ledger)).CancelRequest);
        Assert.Null((await ledger.StartAsync(LedgerBatches.Start(1, LedgerBatches.Lease("b")), Cancellation)).CancelRequest);
        Assert.Null(await ledger.BeginBatchAsync(Begun(3), LedgerBatches.Lease("b"), Cancellation));
        Assert.Null(await ledger.RequestCancelAsync("import-9", Asked, Cancellation));
    }

    /// <summary>Imports of one customer, in some states, newest first.</summary>
    [Fact]
    public async Task Imports_are_read_by_customer_and_state()
    {
        var ledger = await OpenLedgerAsync();
        foreach (var number in new[] { 1, 2, 3 })
        {
            var start = LedgerBatches.Start(number);
            await ledger.StartAsync(start with { Import = start.Import with { Customer = number == 2 ? null : "a" } }, Cancellation);
        }

        await ledger.EndAsync("import-3", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);

        Assert.Equal(["import-3", "import-1"], await IdsAsync(new() { Customer = "a" }));
        Assert.Equal(["import-2", "import-1"], await IdsAsync(new() { States = [ImportState.Running] }));
        Assert.Equal(["import-1"], await IdsAsync(new() { Customer = "a", States = [ImportState.Running] }));

        async Task<string[]> IdsAsync(ImportFilter filter)
        {
            var ids = new List<string>();
            await foreach (var import in ledger.ReadImportsAsync(filter, Cancellation))
            {
                ids.Add(import.Import.ImportId);
            }

            return [.. ids];
        }
    }

    /// <summary>The content of a batch, and a plan, are replaced where they are those that were read, whatever the state of the import.</summary>
    [Fact]
    public async Task Contents_and_plans_are_replaced_where_they_are_those_that_were_read()
    {
        var ledger = await FilledAsync();
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);
        var before = await FindAsync(ledger);
        var batch = Assert.Single(await ledger.ReadBatchesAsync("import-1", 1, 1, Cancellation));

        Assert.False(await ledger.ReplaceContentAsync(batch with { Content = new byte[] { 9 } }, new byte[] { 8 }, Cancellation));
        Assert.False(await ledger.ReplaceContentAsync(batch with { Stage = BatchStage.Undone }, new byte[] { 8 }, Cancellation));
        Assert.False(await ledger.ReplaceContentAsync(batch with { Number = 2 }, new byte[] { 8 }, Cancellation));
        Assert.True(await ledger.ReplaceContentAsync(batch, new byte[] { 8 }, Cancellation));
        Assert.Equal([batch with { Content = new byte[] { 8 } }], await ledger.ReadBatchesAsync("import-1", 1, 1, Cancellation));

        Assert.False(await ledger.ReplacePlanAsync("import-1", new byte[] { 9 }, default, Cancellation));
        Assert.True(await ledger.ReplacePlanAsync("import-1", LedgerBatches.Start().Plan, new byte[] { 7 }, Cancellation));
        Assert.Equal([7], (await ledger.ReadPlanAsync("import-1", Cancellation)).ToArray());
        Assert.Equal(before, await FindAsync(ledger));
    }

    /// <summary>Imports that ended before a time are dropped with their batches; their ids can be used again.</summary>
    [Fact]
    public async Task Old_imports_that_ended_are_dropped_with_their_batches()
    {
        var ledger = await FilledAsync(2);
        await ledger.StartAsync(LedgerBatches.Start(2), Cancellation);
        Assert.Equal(0, await ledger.PurgeAsync(Batches.Noon.AddDays(9), Cancellation));
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);
        await ledger.EndAsync("import-2", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        Assert.Equal(0, await ledger.PurgeAsync(Batches.Noon, Cancellation));

        Assert.Equal(1, await ledger.PurgeAsync(Batches.Noon.AddDays(9), Cancellation));

        Assert.Equal(["import-2"], (await HistoryAsync(await OpenLedgerAsync())).Select(import => import.Import.ImportId));
        Assert.Null(await ledger.FindNewestBatchAsync("import-1", Cancellation));
        Assert.Empty(await ledger.ReadBatchesAsync("import-1", 1, 9, Cancellation));
        Assert.Equal(0, (await ledger.StartAsync(LedgerBatches.Start(), Cancellation)).Batches);
    }

    private static async Task CancelRequestedAsync(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<SellsyImportException>(call);
        Assert.Equal(ErrorCodes.ImportCancelRequested, exception.Code);
        Assert.Equal([LedgerBatches.Import(1).ImportId], exception.Arguments);
    }
}
