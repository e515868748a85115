using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Memory;

namespace Cadence.SellsyImport.Testing;

/// <summary>A separate ledger in memory that implements the whole contract of <see cref="ISeparateLedger"/>. Thread-safe.</summary>
/// <param name="time">The clock of the leases, which is read while the ledger is locked; the system's by default.</param>
public sealed class InMemoryLedger(TimeProvider? time = null) : ISeparateLedger
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private MemoryState _state = MemoryState.Empty;

    private delegate (MemoryState State, T Result) Change<T>(MemoryState state);

    /// <inheritdoc/>
    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Write(state => MemoryLeases.Start(state, start, _time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not an end state.</exception>
    public async ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        await Write(there => (MemoryRecords.End(there, importId, leaseToken, state, endedAt), true), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Write(state => MemoryLeases.RequestCancel(state, importId, request), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerImport> ReadImportsAsync(
        ImportFilter? filter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var import in (await Read(state => state.Read(filter), cancellationToken).ConfigureAwait(false)))
        {
            yield return import;
        }
    }

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        Read(state => state.Find(importId)?.Import, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        Read(state => state.Find(importId)?.Plan ?? default, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        Write(state => MemoryForgetting.ReplacePlan(state, importId, plan, replacement), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        Write(state => MemoryForgetting.Purge(state, before), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReplaceContentAsync(BatchRecord batch, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Write(state => MemoryForgetting.ReplaceContent(state, batch, content), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return Write(state => MemoryLeases.StartUndo(state, importId, lease, takeOverFrom, _time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<BatchRecord?> BeginBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        return Write(state => MemoryRecords.Begin(state, batch, lease, _time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask SetBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        await Write(state => (MemoryRecords.Set(state, batch, lease, _time.GetUtcNow()), true), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<BatchRecord?> FindNewestBatchAsync(string importId, CancellationToken cancellationToken = default) =>
        Read(state => state.Find(importId)?.Records.Values.LastOrDefault(record => record.Stage != BatchStage.Undone), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<BatchRecord>> ReadBatchesAsync(
        string importId,
        int first,
        int last,
        CancellationToken cancellationToken = default) =>
        Read(
            state => state.Find(importId)?.Records.Values.Where(record => record.Number >= first && record.Number <= last).ToImmutableArray() ?? [],
            cancellationToken);

    private ValueTask<T> Write<T>(Change<T> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            (_state, var result) = change(_state);
            return ValueTask.FromResult(result);
        }
    }

    private ValueTask<T> Read<T>(Func<MemoryState, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(read(_state));
        }
    }
}
