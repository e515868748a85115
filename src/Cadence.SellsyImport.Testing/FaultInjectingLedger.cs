using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>Passes calls on to a separate ledger and lets one of them be disturbed. An enumeration counts as one call. Thread-safe.</summary>
/// <param name="inner">The ledger that does the work.</param>
/// <param name="faults">Chooses the call; it may be shared with the sink beside the ledger.</param>
public sealed class FaultInjectingLedger(ISeparateLedger inner, FaultInjector faults) : ISeparateLedger
{
    /// <inheritdoc/>
    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.StartAsync(start, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        await DoAsync(() => inner.EndAsync(importId, leaseToken, state, endedAt, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.RequestCancelAsync(importId, request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerImport> ReadImportsAsync(
        ImportFilter? filter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var number = await faults.StartAsync(cancellationToken, nameof(ReadImportsAsync)).ConfigureAwait(false);
        await foreach (var import in inner.ReadImportsAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            yield return import;
        }

        faults.End(number, nameof(ReadImportsAsync));
    }

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.FindImportAsync(importId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.ReadPlanAsync(importId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BatchRecord?> BeginBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.BeginBatchAsync(batch, lease, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SetBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default) =>
        await DoAsync(() => inner.SetBatchAsync(batch, lease, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<BatchRecord?> FindNewestBatchAsync(string importId, CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.FindNewestBatchAsync(importId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<BatchRecord>> ReadBatchesAsync(
        string importId,
        int first,
        int last,
        CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.ReadBatchesAsync(importId, first, last, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.ReplacePlanAsync(importId, plan, replacement, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.PurgeAsync(before, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReplaceContentAsync(BatchRecord batch, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.ReplaceContentAsync(batch, content, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default) =>
        faults.CallAsync(() => inner.StartUndoAsync(importId, lease, takeOverFrom, cancellationToken), cancellationToken);

    private ValueTask<bool> DoAsync(Func<ValueTask> call, CancellationToken cancellationToken, [CallerMemberName] string method = "") =>
        faults.CallAsync(
            async () =>
            {
                await call().ConfigureAwait(false);
                return true;
            },
            cancellationToken,
            method);
}
