using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>Applies the batches of a separate ledger to a state.</summary>
internal static class MemoryRecords
{
    public static (MemoryState State, BatchRecord? There) Begin(MemoryState state, BatchRecord batch, LeaseRequest lease, DateTimeOffset now)
    {
        var import = state.Get(batch.ImportId);
        import.ThrowIfTakenOver(lease.Token);
        var isThere = import.Records.TryGetValue(batch.Number, out var there);
        if (there is null or { Stage: BatchStage.Begun })
        {
            import.ThrowIfCancelled();
        }

        return isThere
            ? (state.With(Renewed(import, lease, now)), there)
            : (state.With(With(Renewed(import, lease, now), batch)), null);
    }

    public static MemoryState Set(MemoryState state, BatchRecord batch, LeaseRequest lease, DateTimeOffset now)
    {
        var import = state.Get(batch.ImportId);
        import.ThrowIfTakenOver(lease.Token);
        import = Renewed(import, lease, now);
        if (batch.Stage != BatchStage.Written)
        {
            return state.With(With(import, batch));
        }

        if (import.Records.GetValueOrDefault(batch.Number) is { Stage: not BatchStage.Begun })
        {
            return state.With(import);
        }

        if (!import.Records.ContainsKey(batch.Number))
        {
            import.ThrowIfCancelled();
        }

        ArgumentNullException.ThrowIfNull(batch.Counts);
        ArgumentNullException.ThrowIfNull(batch.Next);
        return state.With(With(
            import with
            {
                Import = import.Import with
                {
                    Batches = import.Import.Batches + 1,
                    Counts = MemoryWriting.Sum(import.Import.Counts, batch.Counts),
                    Next = batch.Next,
                },
            },
            batch));
    }

    public static MemoryState End(MemoryState state, string importId, string leaseToken, ImportState end, DateTimeOffset endedAt)
    {
        var there = state.Get(importId);
        if (end != ImportState.Undone)
        {
            return MemoryLeases.End(state, importId, leaseToken, end, endedAt);
        }

        if (there.Import.State == ImportState.Undone)
        {
            return state;
        }

        there.ThrowIfTakenOver(leaseToken, ImportState.Undoing);
        return state.With(there with { Import = there.Import with { Lease = null, State = end, EndedAt = endedAt } });
    }

    private static MemoryImport Renewed(MemoryImport import, LeaseRequest lease, DateTimeOffset now) =>
        import with { Import = import.Import with { Lease = lease.TakenAt(now) } };

    private static MemoryImport With(MemoryImport import, BatchRecord batch)
    {
        var records = import.Records.SetItem(batch.Number, batch with { Content = batch.Content.ToArray(), Counts = null, Next = null });
        return import with { Records = records, Import = import.Import with { HasBatchInDoubt = batch.Number > import.Import.Batches } };
    }
}
