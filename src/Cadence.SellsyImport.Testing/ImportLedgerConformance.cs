using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// What every <see cref="IImportLedger"/> promises, as tests: derive a class from it, and the runner finds them. Each test has its own instance,
/// and so its own store, which is empty when the test starts. A store that can undo derives from <see cref="UndoLedgerConformance"/>,
/// which has these tests too.
/// </summary>
public abstract partial class ImportLedgerConformance : IAsyncLifetime
{
    private readonly FixedTimeProvider _time = new(Batches.Noon);

    /// <summary>The clock that the sinks of <see cref="OpenSinkAsync"/> read for their leases.</summary>
    protected TimeProvider Time => _time;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens a sink on the store of this test; called several times, as by several processes that share it.</summary>
    /// <returns>The sink, which is an <see cref="IImportLedger"/> and reads <see cref="Time"/>.</returns>
    protected abstract ValueTask<ILeadSink> OpenSinkAsync();

    /// <summary>How many leads the tests of many leads write; a store behind a slow network may take fewer.</summary>
    /// <value>10 or more, a multiple of 5. Default: 10,000.</value>
    protected virtual int ManyLeads => 10_000;

    /// <summary>Changes the job position and the note of a lead directly in the store, as a person does who knows nothing of imports.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <param name="jobPosition">The new job position; <see langword="null"/> empties it.</param>
    /// <param name="note">The new note; <see langword="null"/> empties it.</param>
    /// <returns>A task that ends when the lead is changed.</returns>
    protected abstract ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note);

    /// <summary>Removes a lead directly from the store.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <returns>A task that ends when the lead is removed.</returns>
    protected abstract ValueTask RemoveLeadAsync(string sellsyContactId);

    /// <summary>
    /// Whether the store keeps companies of its own, which leads share and an undo removes. If not, what only such a store promises is not tested.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    protected virtual bool HasCompanies => true;

    /// <summary>Reads the names of all companies directly from the store; not called without <see cref="HasCompanies"/>.</summary>
    /// <returns>The names, in any order.</returns>
    protected abstract ValueTask<IReadOnlyList<string>> ReadCompaniesAsync();

    /// <summary>Puts an existing lead into a running cadence. A store without cadences need not override this.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <param name="cadence">The name of the cadence.</param>
    /// <returns>Whether the store supports cadences; if not, the tests about them are skipped. Default: <see langword="false"/>.</returns>
    protected virtual ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence) => ValueTask.FromResult(false);

    /// <summary>Copies the whole store, as a backup does. A store that a test cannot restore need not override this.</summary>
    /// <returns>
    /// Replaces the store with the copy; sinks that were opened before are not used afterwards. Default: <see langword="null"/>, which skips
    /// the tests about restored copies.
    /// </returns>
    protected virtual ValueTask<Func<Task>?> BackUpAsync() => ValueTask.FromResult<Func<Task>?>(null);

    /// <summary>Makes every write call wait, as a long batch of another process does. A store that cannot be blocked need not override this.</summary>
    /// <returns>Lets the calls continue when it is disposed. Default: <see langword="null"/>, which skips the tests about waiting.</returns>
    protected virtual ValueTask<IAsyncDisposable?> HoldWritesAsync() => ValueTask.FromResult<IAsyncDisposable?>(null);

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

    private protected async Task<IImportLedger> OpenAsync() => Assert.IsType<IImportLedger>(await OpenSinkAsync(), exactMatch: false);

    /// <summary>A ledger whose import 1 runs.</summary>
    private protected async Task<IImportLedger> StartedAsync()
    {
        var ledger = await OpenAsync();
        await ledger.StartAsync(LedgerBatches.Start(), Cancellation);
        return ledger;
    }

    /// <summary>A ledger whose import 1 runs and has stored new leads of these ids.</summary>
    private protected async Task<IImportLedger> FilledAsync(params ImmutableArray<string> ids)
    {
        var ledger = await StartedAsync();
        await ledger.WriteAsync(LedgerBatches.New(ids), Cancellation);
        return ledger;
    }

    /// <summary>Moves the clock to so many minutes after noon.</summary>
    private protected void At(int minute) => _time.Advance(Batches.Noon.AddMinutes(minute) - _time.GetUtcNow());

    /// <summary>A copy of the store; skips the test if there is none.</summary>
    private protected async Task<Func<Task>> RequireBackUpAsync()
    {
        var restore = await BackUpAsync();
        Assert.SkipWhen(restore is null, "The store cannot be put back.");
        return restore!;
    }

    private protected async Task CompaniesAreAsync(params string[] names)
    {
        if (HasCompanies)
        {
            Assert.Equal(names, (await ReadCompaniesAsync()).Order(StringComparer.Ordinal));
        }
    }

    private protected static async Task<LeadVersion> ReadAsync(IImportLedger ledger, string id) =>
        Assert.Single(await ledger.ReadLeadsAsync([id], Cancellation));

    private protected static async Task<Dictionary<string, LeadVersion>> ReadAsync(IImportLedger ledger, IEnumerable<string> ids) =>
        (await ledger.ReadLeadsAsync([.. ids], Cancellation)).ToDictionary(lead => lead.Lead.SellsyContactId, StringComparer.Ordinal);

    private protected static async Task<LedgerImport> FindAsync(IImportLedger ledger, int number = 1)
    {
        var import = await ledger.FindImportAsync(LedgerBatches.Import(number).ImportId, Cancellation);
        Assert.NotNull(import);
        return import;
    }

    private protected static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(Cancellation))
        {
            list.Add(item);
        }

        return list;
    }

    private protected static async Task TakenOverAsync(Func<Task> call, int import = 1)
    {
        var exception = await Assert.ThrowsAsync<SellsyImportException>(call);
        Assert.Equal(ErrorCodes.ImportTakenOver, exception.Code);
        Assert.Equal([LedgerBatches.Import(import).ImportId], exception.Arguments);
    }
}
