using System.Collections.Immutable;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Takes back what an import did, batch by batch, inside the transaction that the session has begun.</summary>
internal static class Undoing
{
    /// <summary>More changes than a lead sees in its life, and far fewer than lie between the first versions of two leads.</summary>
    private const long MostChanges = 1L << 40;

    public static UndoableBatch? Read(SqliteSession session, string importId)
    {
        if (session.Imports.Find(importId) is not { } import || session.Batches.NewestToUndo(import.Id) is not { } batch)
        {
            return null;
        }

        var changes = session.Changes.Read(batch.FirstChange, batch.LastChange);
        var current = CurrentLeads(session, batch, changes);
        List<UndoableLead> leads = new(batch.CreatedLeads.Count + changes.Count);
        foreach (var (row, id) in batch.CreatedLeads)
        {
            var stored = current.GetValueOrDefault(id);
            leads.Add(Undoable(new(row, id), stored?.Origin == batch.Origin ? stored : null));
        }

        foreach (var (row, before, after) in changes)
        {
            var stored = current.GetValueOrDefault(before.Lead.SellsyContactId);
            var lead = new UndoableLead(row, before.Lead.SellsyContactId) { Before = before, After = after };
            leads.Add(Undoable(lead, IsSameLead(stored, after) ? stored : null));
        }

        var mayBeChangedSince = session.Changes.Last() > batch.LastChange;
        leads.Sort((one, other) => one.Row.CompareTo(other.Row));
        return new(importId, batch.Origin.Batch, ImmutableArray.CreateRange(mayBeChangedSince ? leads.Select(WithLaterImport) : leads));

        UndoableLead WithLaterImport(UndoableLead lead) =>
            lead with { ChangedByImport = session.Changes.FindLater(lead.SellsyContactId, batch.LastChange, import.Id) };
    }

    /// <summary>Undoes a batch; where it returns <see langword="false"/>, the transaction is to be rolled back.</summary>
    public static bool TryUndo(SqliteSession session, UndoBatch batch, CancellationToken cancellationToken)
    {
        var import = Leases.Check(session, batch.ImportId, batch.Lease.Token);
        Leases.CheckHeld(import, batch.Lease.Token, ImportState.Undoing);
        if (session.Batches.NewestToUndo(import.Id) is not { } newest || newest.Origin.Batch != batch.Number)
        {
            return false;
        }

        foreach (var entry in batch.Leads)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!TryUndo(session, entry, newest.Origin))
            {
                return false;
            }
        }

        session.Batches.Undo(newest.Origin, batch.Leads);
        session.Imports.Renew(import.Id, batch.Lease, next: null);
        return true;
    }

    public static UndoneCompanies End(SqliteSession session, string importId, string leaseToken, DateTimeOffset endedAt)
    {
        if (session.Imports.Find(importId) is { Companies: { } known })
        {
            return known;
        }

        var import = Leases.Check(session, importId, leaseToken);
        Leases.CheckHeld(import, leaseToken, ImportState.Undoing);
        var companies = session.Companies.RemoveUnused(import.Id);
        session.Imports.End(import.Id, ImportState.Undone, endedAt, companies);
        return companies;
    }

    private static Dictionary<string, LeadRow> CurrentLeads(
        SqliteSession session,
        BatchToUndo batch,
        List<(long Row, LeadVersion Before, LeadVersion After)> changes)
    {
        var ids = batch.CreatedLeads.Select(lead => lead.SellsyContactId).Concat(changes.Select(change => change.Before.Lead.SellsyContactId));
        return session.Reader.Read(ids).ToDictionary(stored => stored.Lead.Lead.SellsyContactId, StringComparer.Ordinal);
    }

    private static UndoableLead Undoable(UndoableLead lead, LeadRow? stored) => stored is null
        ? lead
        : lead with { Current = stored.Lead, IsEdited = stored.Edits > 0 || !stored.Lead.RunningCadences.IsEmpty };

    // A lead starts with a version of chance and goes on from there one by one, so that one that was removed and came again is told.
    private static bool IsSameLead(LeadRow? stored, LeadVersion after) =>
        stored is not null && stored.Lead.Version - after.Version is >= 0 and < MostChanges;

    private static bool TryUndo(SqliteSession session, UndoEntry entry, BatchOrigin origin)
    {
        switch (entry.Outcome)
        {
            case UndoOutcome.Removed:
                return session.Leads.TryRemove(entry.SellsyContactId, entry.Current!.Version);

            case UndoOutcome.Restored:
                if (session.Leads.FindState(entry.SellsyContactId) is not { } state || state.Version != entry.Current!.Version)
                {
                    return false;
                }

                var company = session.Changes.CompanyBefore(origin, entry.SellsyContactId);
                LeadChange.Apply(session, state, entry.Current, entry.Restored!, origin: null, company);
                return true;

            default:
                return true;
        }
    }
}
