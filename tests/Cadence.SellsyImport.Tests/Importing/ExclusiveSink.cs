using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>
/// A sink that must not be called twice at once, like one that rests on a context of Entity Framework Core. It notes each call, or enumeration,
/// that begins while another one runs, and gives the others many chances to begin.
/// </summary>
internal sealed class ExclusiveSink<T>(T inner) : ILeadSink, IUndoLedger
    where T : ILeadSink, IUndoLedger
{
    private readonly ConcurrentQueue<string> _overlaps = [];
    private readonly ConcurrentDictionary<string, bool> _called = [];
    private string? _running;

    /// <summary>The calls that began while another one ran, with that one.</summary>
    public IReadOnlyCollection<string> Overlaps => _overlaps;

    /// <summary>The methods that were called.</summary>
    public IEnumerable<string> Called => _called.Keys;

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.FindExistingAsync(sellsyContactIds, cancellationToken));

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.AddAsync(batch, cancellationToken));

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.ReadLeadsAsync(sellsyContactIds, cancellationToken));

    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.StartAsync(start, cancellationToken));

    public ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.WriteAsync(batch, cancellationToken));

    public ValueTask<ImmutableArray<LeadAnswer>> WriteLeadsAsync(LedgerBatch batch, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.WriteLeadsAsync(batch, cancellationToken));

    public async ValueTask EndAsync(
        string importId, string leaseToken, ImportState state, DateTimeOffset endedAt, CancellationToken cancellationToken = default) =>
        await CallAsync(async () =>
        {
            await inner.EndAsync(importId, leaseToken, state, endedAt, cancellationToken);
            return true;
        });

    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.RequestCancelAsync(importId, request, cancellationToken));

    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default) =>
        EachAsync(inner.ReadImportsAsync(filter, cancellationToken), cancellationToken);

    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.FindImportAsync(importId, cancellationToken));

    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.ReadPlanAsync(importId, cancellationToken));

    public ValueTask<bool> ReplacePlanAsync(
        string importId, ReadOnlyMemory<byte> plan, ReadOnlyMemory<byte> replacement, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.ReplacePlanAsync(importId, plan, replacement, cancellationToken));

    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.PurgeAsync(before, cancellationToken));

    public IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        EachAsync(inner.ReadRowsOfAsync(sellsyAccount, sellsyContactId, cancellationToken), cancellationToken);

    public ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.ForgetAsync(sellsyAccount, sellsyContactId, cancellationToken));

    public IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, CancellationToken cancellationToken = default) =>
        EachAsync(inner.ReadBatchesAsync(importId, cancellationToken), cancellationToken);

    public ValueTask<LedgerImport?> StartUndoAsync(
        string importId, LeaseRequest lease, string? takeOverFrom = null, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.StartUndoAsync(importId, lease, takeOverFrom, cancellationToken));

    public ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.ReadUndoableAsync(importId, cancellationToken));

    public ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default) => CallAsync(() => inner.UndoAsync(batch, cancellationToken));

    public ValueTask<UndoneCompanies> EndUndoAsync(
        string importId, string leaseToken, DateTimeOffset endedAt, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.EndUndoAsync(importId, leaseToken, endedAt, cancellationToken));

    public IAsyncEnumerable<UndoEntry> ReadUndoneAsync(string importId, CancellationToken cancellationToken = default) =>
        EachAsync(inner.ReadUndoneAsync(importId, cancellationToken), cancellationToken);

    private async ValueTask<TResult> CallAsync<TResult>(Func<ValueTask<TResult>> call, [CallerMemberName] string method = "")
    {
        Enter(method);
        try
        {
            await YieldAsync();
            return await call();
        }
        finally
        {
            Volatile.Write(ref _running, null);
        }
    }

    private async IAsyncEnumerable<TItem> EachAsync<TItem>(
        IAsyncEnumerable<TItem> items, [EnumeratorCancellation] CancellationToken cancellationToken, [CallerMemberName] string method = "")
    {
        Enter(method);
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                await YieldAsync();
                yield return item;
            }
        }
        finally
        {
            Volatile.Write(ref _running, null);
        }
    }

    private void Enter(string method)
    {
        _called[method] = true;
        if (Interlocked.CompareExchange(ref _running, method, null) is { } running)
        {
            _overlaps.Enqueue($"{method} within {running}");
        }
    }

    private static async Task YieldAsync()
    {
        for (var i = 0; i < 50; i++)
        {
            await Task.Yield();
        }
    }
}
