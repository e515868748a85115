using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>Applies the start or the end of an import, or of its undo, to a state.</summary>
internal static class MemoryLeases
{
    public static (MemoryState State, LedgerImport Import) Start(MemoryState state, ImportStart start, DateTimeOffset now)
    {
        var there = state.Find(start.Import.ImportId)
            ?? state.Imports.FindLast(one => one.Import.PlanHash == start.PlanHash && IsUnfinished(one.Import.State))
            ?? state.Imports.FindLast(one => one is { IsPurged: false, Import.State: ImportState.Finished }
                && one.Import.PlanHash == start.PlanHash
                && one.Plan.Span.SequenceEqual(start.Plan.Span));
        if (there is null)
        {
            var import = new LedgerImport(start.Import, start.PlanHash, ImportState.Running, new(0, 0, 0, 0, 0, 0))
            {
                Lease = start.Lease.TakenAt(now),
            };
            return (state.With(new(import, start.Plan.ToArray()) { LastToken = start.Lease.Token }), import);
        }

        if (!IsUnfinished(there.Import.State)
            || there.Import.PlanHash != start.PlanHash
            || !there.CanBeTakenBy(start.Lease, start.TakeOverFrom, now))
        {
            return (state, there.Import);
        }

        var followed = there.Batches.IsEmpty && there.Records.IsEmpty ? there with { Plan = start.Plan.ToArray() } : there;
        return Take(state, followed, ImportState.Running, start.Lease.TakenAt(now));
    }

    public static (MemoryState State, LedgerImport? Import) StartUndo(
        MemoryState state, string importId, LeaseRequest lease, string? takeOverFrom, DateTimeOffset now) =>
        state.Find(importId) switch
        {
            null => (state, null),
            { Import.State: not ImportState.Undone } there when there.CanBeTakenBy(lease, takeOverFrom, now) =>
                Take(state, there, ImportState.Undoing, lease.TakenAt(now)),
            var there => (state, there.Import),
        };

    public static MemoryState End(MemoryState state, string importId, string leaseToken, ImportState end, DateTimeOffset endedAt)
    {
        if (!Enum.IsDefined(end) || end is not (ImportState.Finished or ImportState.Interrupted or ImportState.Ended))
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, "An import ends as finished, interrupted or ended.");
        }

        var there = state.Get(importId);
        var isUndoing = there.Import.State == ImportState.Undoing;
        if (there.Import.Lease is null && (there.Import.State == end || isUndoing))
        {
            return state;
        }

        there.ThrowIfTakenOver(leaseToken);
        return state.With(there with
        {
            Import = isUndoing
                ? there.Import with { Lease = null }
                : there.Import with { Lease = null, State = end, EndedAt = endedAt },
        });
    }

    public static (MemoryState State, LedgerImport? Import) RequestCancel(MemoryState state, string importId, CancelRequest request)
    {
        if (state.Find(importId) is not { Import: { State: ImportState.Running or ImportState.Undoing, Lease: not null, CancelRequest: null } } there)
        {
            return (state, state.Find(importId)?.Import);
        }

        var asked = there.Import with { CancelRequest = request };
        return (state.With(there with { Import = asked }), asked);
    }

    private static (MemoryState State, LedgerImport Import) Take(MemoryState state, MemoryImport there, ImportState next, ImportLease lease)
    {
        var taken = there.Import with
        {
            State = next,
            Lease = lease,
            EndedAt = null,
            CancelRequest = there.LastToken == lease.Token ? there.Import.CancelRequest : null,
        };
        return (state.With(there with { Import = taken, LastToken = lease.Token }), taken);
    }

    private static bool IsUnfinished(ImportState state) => state is ImportState.Running or ImportState.Interrupted;
}
