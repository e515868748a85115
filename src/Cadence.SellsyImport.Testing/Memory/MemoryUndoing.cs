using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>Applies the undo of batches to a state.</summary>
internal static class MemoryUndoing
{
    public static UndoableBatch? Read(MemoryState state, string importId)
    {
        if (state.Find(importId) is not { } import || Newest(import) is not { } batch)
        {
            return null;
        }

        var later = LaterImports(state, import, batch);
        return new(importId, batch.Stored.Number, [.. batch.Changes.Select(change => Of(state, import, batch, change, later))]);
    }

    /// <returns>The new state, or null if the batch cannot be undone as it was decided.</returns>
    public static MemoryState? Undo(MemoryState state, UndoBatch undo, DateTimeOffset now)
    {
        var import = state.Get(undo.ImportId);
        import.ThrowIfTakenOver(undo.Lease.Token, ImportState.Undoing);
        import.ThrowIfCancelled();
        if (Newest(import) is not { } batch || batch.Stored.Number != undo.Number)
        {
            return null;
        }

        var transaction = new MemoryTransaction(state, import.Id, batch.Stored.Number);
        foreach (var entry in undo.Leads)
        {
            if (!TryUndo(transaction, import.Account, entry))
            {
                return null;
            }
        }

        var remembered = undo.Leads.Select(entry => entry with { Current = null, Restored = null });
        return transaction.Result.With(import with
        {
            Batches = import.Batches.Replace(batch, batch with { Undone = [.. remembered] }),
            Import = import.Import with { Lease = undo.Lease.TakenAt(now) },
        });
    }

    public static (MemoryState State, UndoneCompanies Companies) End(MemoryState state, string importId, string leaseToken, DateTimeOffset endedAt)
    {
        var import = state.Get(importId);
        if (import.UndoneCompanies is { } known)
        {
            return (state, known);
        }

        import.ThrowIfTakenOver(leaseToken, ImportState.Undoing);
        var used = state.Leads.Values.SelectMany(lead => lead.OtherCompanies.Append(lead.Company)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var undone = state.Imports.Where(one => one.Import.State == ImportState.Undone).Select(one => one.Id).Append(importId).ToHashSet(StringComparer.Ordinal);
        var removed = state.Companies
            .Where(company => company.Value is { IsEdited: false, CreatedBy: { } creator } && undone.Contains(creator) && !used.Contains(company.Key))
            .Select(company => company.Key)
            .ToArray();
        var left = state.Companies.RemoveRange(removed);
        var companies = new UndoneCompanies(removed.Length, left.Values.Count(company => company.CreatedBy == importId));
        var ended = import.Import with { State = ImportState.Undone, Lease = null, EndedAt = endedAt };
        return (
            (state with { Companies = left }).With(import with { Import = ended, UndoneCompanies = companies }),
            companies);
    }

    private static MemoryBatch? Newest(MemoryImport import) => import.Batches.FindLast(batch => batch.Undone is null);

    private static UndoableLead Of(
        MemoryState state,
        MemoryImport import,
        MemoryBatch batch,
        MemoryChange change,
        Dictionary<string, string> later)
    {
        var lead = new UndoableLead(change.Row, change.SellsyContactId) { Before = change.Before, After = change.Before is null ? null : change.After };
        if (!state.Leads.TryGetValue(MemoryState.KeyOf(import.Account, change.SellsyContactId), out var current))
        {
            return lead;
        }

        var changedBy = later.GetValueOrDefault(change.SellsyContactId);
        var isOfThisBatch = (current.CreatedBy, current.CreatedByBatch) == (import.Id, batch.Stored.Number);
        return lead with
        {
            Current = state.Read(current),
            ChangedByImport = changedBy,
            IsEdited = current.IsEdited || !current.Cadences.IsEmpty || (change.Before is null && !isOfThisBatch && changedBy is null),
        };
    }

    /// <summary>For each contact the latest other import that created or changed its lead after the batch and is not undone.</summary>
    private static Dictionary<string, string> LaterImports(MemoryState state, MemoryImport import, MemoryBatch batch)
    {
        var later = new Dictionary<string, string>(StringComparer.Ordinal);
        var theirs = state.Imports.Where(other => other.Account == import.Account && (other.Id != import.Id || other.IsPurged))
            .SelectMany(other => other.Batches, (other, one) => (other.Id, Batch: one))
            .Where(one => one.Batch.StoredAt > batch.StoredAt && one.Batch.Undone is null)
            .OrderBy(one => one.Batch.StoredAt);
        foreach (var (id, other) in theirs)
        {
            foreach (var change in other.Changes)
            {
                later[change.SellsyContactId] = id;
            }
        }

        return later;
    }

    private static bool TryUndo(MemoryTransaction transaction, string account, UndoEntry entry)
    {
        if (entry.Outcome is UndoOutcome.Kept or UndoOutcome.Vanished or UndoOutcome.Forgotten)
        {
            return true;
        }

        var there = transaction.Find(MemoryState.KeyOf(account, entry.SellsyContactId));
        if (there is null || there.Version != entry.Current?.Version)
        {
            return false;
        }

        if (entry.Outcome == UndoOutcome.Removed)
        {
            if (!there.Cadences.IsEmpty && entry.Current.RunningCadences.IsEmpty)
            {
                return false;
            }

            transaction.Remove(there);
            return true;
        }

        ArgumentNullException.ThrowIfNull(entry.Restored);
        transaction.Change(there, entry.Restored.Lead, entry.Restored.Owner);
        return true;
    }
}
