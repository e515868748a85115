using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// What every <see cref="ISeparateLedger"/> promises, as tests: derive a class from it, and the runner finds them. Each test has its own instance,
/// and so its own ledger, which is empty when the test starts. Whole imports run over it too, with sinks that remember nothing, and are disturbed
/// at every call of the sink and of the ledger.
/// </summary>
public abstract partial class SeparateLedgerConformance : IAsyncLifetime
{
    private readonly FixedTimeProvider _time = new(Batches.Noon);

    /// <summary>The clock that the ledgers of <see cref="OpenLedgerAsync"/> read for their leases.</summary>
    protected TimeProvider Time => _time;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens a ledger on the store of this test; called several times, as by several processes that share it.</summary>
    /// <returns>The ledger, which reads <see cref="Time"/>.</returns>
    protected abstract ValueTask<ISeparateLedger> OpenLedgerAsync();

    /// <summary>Makes the store ready. By default nothing is done.</summary>
    /// <returns>A task that ends when the store is ready.</returns>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Removes the store. By default nothing is done.</summary>
    /// <returns>A task that ends when the store is removed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A ledger whose import 1 runs.</summary>
    private async Task<ISeparateLedger> StartedAsync()
    {
        var ledger = await OpenLedgerAsync();
        await ledger.StartAsync(LedgerBatches.Start(), Cancellation);
        return ledger;
    }

    /// <summary>A ledger whose import 1 runs and has batches with a row each.</summary>
    private async Task<ISeparateLedger> FilledAsync(int batches = 1)
    {
        var ledger = await StartedAsync();
        for (var number = 1; number <= batches; number++)
        {
            await ledger.BeginBatchAsync(Begun(number), LedgerBatches.Lease(), Cancellation);
            await ledger.SetBatchAsync(Written(number), LedgerBatches.Lease(), Cancellation);
        }

        return ledger;
    }

    /// <summary>Moves the clock to so many minutes after noon.</summary>
    private void At(int minute) => _time.Advance(Batches.Noon.AddMinutes(minute) - _time.GetUtcNow());

    private static BatchRecord Record(int number, BatchStage stage, byte content, int import = 1) =>
        new(LedgerBatches.Import(import).ImportId, number, stage, new byte[] { (byte)number, content, 0, 255 });

    private static BatchRecord Begun(int number, byte content = 1) => Record(number, BatchStage.Begun, content);

    private static BatchRecord Written(int number, byte content = 2) =>
        Record(number, BatchStage.Written, content) with { Counts = new(1, 1, 0, 0, 0, 0), Next = LedgerBatches.Next(number + 1) };

    private static async Task<LedgerImport> FindAsync(ISeparateLedger ledger, int number = 1)
    {
        var import = await ledger.FindImportAsync(LedgerBatches.Import(number).ImportId, Cancellation);
        Assert.NotNull(import);
        return import;
    }

    private static async Task<List<LedgerImport>> HistoryAsync(ISeparateLedger ledger)
    {
        var imports = new List<LedgerImport>();
        await foreach (var import in ledger.ReadImportsAsync(cancellationToken: Cancellation))
        {
            imports.Add(import);
        }

        return imports;
    }

    private static async Task TakenOverAsync(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<SellsyImportException>(call);
        Assert.Equal(ErrorCodes.ImportTakenOver, exception.Code);
        Assert.Equal([LedgerBatches.Import(1).ImportId], exception.Arguments);
    }
}
