using System.Globalization;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;
using Xunit.Sdk;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// What whole imports promise over a sink that is an <see cref="IUndoLedger"/>, as tests: files are imported through the services of a host
/// into stores with leads. Derive a class from it, and the runner finds them. Random cases print their seed; the environment variable
/// <c>CADENCE_SEED</c> runs them again from there. <c>CADENCE_PAIRS</c> sets how many pairs of file and store compare a preview with its
/// write, <c>CADENCE_CASES</c> how many cases the other random tests have.
/// </summary>
public abstract partial class ImporterConformance : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Reads the newest store between the steps of a case; the imports open their own sinks.
    private IUndoLedger? _ledger;

    /// <summary>How many random cases each test about them runs, each in a store of its own.</summary>
    /// <value>1 or more. Default: 25.</value>
    protected virtual int Cases => 25;

    /// <summary>
    /// How many random pairs of file and store compare the write with the preview; every second one has changes in
    /// between. Each has its own store.
    /// </summary>
    /// <value>2 or more. Default: 50.</value>
    protected virtual int Pairs => 50;

    /// <summary>Of the calls of an import, each of which is disturbed in an import of its own, only every so many are.</summary>
    /// <value>1 or more. Default: 1, every call.</value>
    protected virtual int CallStep => 1;

    /// <summary>Makes a new, empty store. Called several times within one test; earlier stores are not used any more.</summary>
    /// <returns>A task that ends when the store is ready.</returns>
    protected abstract ValueTask NewStoreAsync();

    /// <summary>Opens a sink on the newest store; called several times, as by several processes that share it.</summary>
    /// <returns>The sink, which is an <see cref="IUndoLedger"/>.</returns>
    protected abstract ValueTask<ILeadSink> OpenSinkAsync();

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

    /// <summary>Prepares what all tests share. By default nothing is done.</summary>
    /// <returns>A task that ends when it is ready.</returns>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Removes the newest store. By default nothing is done.</summary>
    /// <returns>A task that ends when it is removed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs random cases, each over a new store that has the leads before the case; a failure prints its seed.</summary>
    private Task HoldsAsync(Func<RandomImport, Task> test) => HoldAsync(Setting("CADENCE_CASES") ?? Cases, test);

    /// <summary>Runs the pairs with changes between preview and write, or the pairs without.</summary>
    private Task HoldInHalfOfThePairsAsync(Func<RandomImport, Task> test) => HoldAsync((Setting("CADENCE_PAIRS") ?? Pairs) / 2, test);

    private async Task HoldAsync(int cases, Func<RandomImport, Task> test)
    {
        var first = Setting("CADENCE_SEED") ?? Random.Shared.Next(1_000_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={first}, {cases} cases"));
        for (var seed = first; seed < first + cases; seed++)
        {
            var import = new RandomImport(seed);
            try
            {
                await FillAsync(import);
                await test(import);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new XunitException(
                    string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed} ({import.Policy}, {import.Repeated}): {exception.Message}"),
                    exception);
            }
        }
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : null;

    /// <summary>Makes a new store with the leads that exist before a case, some of them edited.</summary>
    private async Task FillAsync(RandomImport import)
    {
        await RenewStoreAsync();
        await using var host = await HostAsync(import);
        await host.ImportAsync(import.Before, Cancellation);
        foreach (var lead in (await LeadsAsync()).Values.Where(_ => import.Chance(4)))
        {
            await EditLeadAsync(lead.Lead.SellsyContactId, "Before", lead.Lead.Note);
        }
    }

    private async Task<ImportHost> HostAsync(RandomImport import) => new(await OpenSinkAsync(), import);

    private async Task RenewStoreAsync()
    {
        _ledger = null;
        await NewStoreAsync();
    }

    private async Task<IUndoLedger> OpenLedgerAsync() =>
        _ledger ??= Assert.IsType<IUndoLedger>(await OpenSinkAsync(), exactMatch: false);

    private async Task<Dictionary<string, LeadVersion>> LeadsAsync() =>
        (await (await OpenLedgerAsync()).ReadLeadsAsync(RandomImport.Ids, Cancellation)).ToDictionary(lead => lead.Lead.SellsyContactId);

    /// <summary>The leads of the store as texts, by their ids, without their versions.</summary>
    private async Task<string[]> TextsAsync() =>
        [.. (await LeadsAsync()).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => FullLeads.Text(pair.Value))];

    private async Task<List<LedgerImport>> HistoryAsync()
    {
        var imports = new List<LedgerImport>();
        await foreach (var import in (await OpenLedgerAsync()).ReadImportsAsync(cancellationToken: Cancellation))
        {
            imports.Add(import);
        }

        return imports;
    }
}
