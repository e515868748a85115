using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Requests to stop, the customer, and the history by filter.
public abstract partial class ImportLedgerConformance
{
    private static readonly CancelRequest Asked = new(Batches.Noon.AddMinutes(1), "aline'; --");

    private protected static async Task CancelRequestedAsync(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<SellsyImportException>(call);
        Assert.Equal(ErrorCodes.ImportCancelRequested, exception.Code);
        Assert.Equal([LedgerBatches.Import(1).ImportId], exception.Arguments);
    }

    /// <summary>After a request, of this or of another process, no batch is stored; the import can be ended, and the request stays in the history.</summary>
    [Fact]
    public async Task A_running_import_that_is_asked_to_stop_stores_no_further_batch()
    {
        var ledger = await FilledAsync("1");

        var asked = await (await OpenAsync()).RequestCancelAsync("import-1", Asked, Cancellation);

        Assert.Equal(await FindAsync(ledger), asked);
        Assert.Equal((Asked, ImportState.Running, LedgerBatches.Held()), (asked?.CancelRequest, asked?.State, asked?.Lease));
        await CancelRequestedAsync(async () => await ledger.WriteAsync(LedgerBatches.Numbered(2, 2, 1), Cancellation));
        Assert.Equal(asked, await FindAsync(ledger));
        Assert.Empty(await ledger.ReadLeadsAsync(["2"], Cancellation));
        Assert.Equal([LeadEntryOutcome.Added], await ledger.WriteAsync(LedgerBatches.New("1"), Cancellation));
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        Assert.Equal((ImportState.Interrupted, Asked), ((await FindAsync(ledger)).State, (await FindAsync(ledger)).CancelRequest));
    }

    /// <summary>The first request stays; one without a user has none; where nobody writes, or there is no import, nothing is stored.</summary>
    [Fact]
    public async Task Only_the_first_request_counts_and_only_where_somebody_writes()
    {
        var ledger = await StartedAsync();
        var anonymous = Asked with { RequestedBy = null };
        Assert.Equal(anonymous, (await ledger.RequestCancelAsync("import-1", anonymous, Cancellation))?.CancelRequest);
        Assert.Equal(anonymous, (await ledger.RequestCancelAsync("import-1", Asked, Cancellation))?.CancelRequest);
        await ledger.StartAsync(LedgerBatches.Start(2), Cancellation);
        await ledger.EndAsync("import-2", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        var stopped = await FindAsync(ledger, 2);

        Assert.Equal(stopped, await ledger.RequestCancelAsync("import-2", Asked, Cancellation));

        Assert.Equal(stopped, await FindAsync(ledger, 2));
        Assert.Null(await ledger.RequestCancelAsync("import-9", Asked, Cancellation));
    }

    /// <summary>A start that is repeated by the same holder keeps the request; a resumption removes it.</summary>
    [Fact]
    public async Task A_request_ends_when_the_import_is_taken_anew()
    {
        var ledger = await FilledAsync("1");
        await ledger.RequestCancelAsync("import-1", Asked, Cancellation);
        Assert.Equal(Asked, (await ledger.StartAsync(LedgerBatches.Start(), Cancellation)).CancelRequest);
        await ledger.EndAsync("import-1", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);

        Assert.Null((await ledger.StartAsync(LedgerBatches.Start(1, LedgerBatches.Lease("b")), Cancellation)).CancelRequest);

        Assert.Null((await FindAsync(ledger)).CancelRequest);
        await ledger.WriteAsync(LedgerBatches.Numbered(2, 2, 1).Of(1, LedgerBatches.Lease("b")), Cancellation);
        Assert.Single(await ledger.ReadLeadsAsync(["2"], Cancellation));
    }

    /// <summary>Imports of one customer, in some states, newest first. Customers are compared exactly.</summary>
    [Fact]
    public async Task The_history_is_read_by_customer_and_state()
    {
        var ledger = await OpenAsync();
        string?[] customers = ["a", "b", null, "a", "A", "O'Brien"];
        for (var number = 1; number <= customers.Length; number++)
        {
            var start = LedgerBatches.Start(number);
            var import = start.Import with { Customer = customers[number - 1] };
            Assert.Equal(import, (await ledger.StartAsync(start with { Import = import }, Cancellation)).Import);
        }

        await ledger.EndAsync("import-4", LedgerBatches.Lease().Token, ImportState.Interrupted, Batches.Noon, Cancellation);
        await ledger.EndAsync("import-5", LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);

        Assert.Equal(["import-4", "import-1"], await IdsAsync(new() { Customer = "a" }));
        Assert.Equal(["import-6"], await IdsAsync(new() { Customer = "O'Brien" }));
        Assert.Empty(await IdsAsync(new() { Customer = "c" }));
        Assert.Equal(["import-5", "import-4"], await IdsAsync(new() { States = [ImportState.Interrupted, ImportState.Finished] }));
        Assert.Equal(["import-1"], await IdsAsync(new() { Customer = "a", States = [ImportState.Running] }));
        Assert.Equal(6, (await IdsAsync(new())).Length);

        async Task<string[]> IdsAsync(ImportFilter filter) =>
            [.. (await ListAsync(ledger.ReadImportsAsync(filter, Cancellation))).Select(import => import.Import.ImportId)];
    }
}
