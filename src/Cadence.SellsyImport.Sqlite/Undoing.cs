using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Undoes an import, batch by batch, inside the transaction that the session has begun.</summary>
internal static class Undoing
{
    public static UndoableBatch? Read(SqliteSession session, string importId)
    {
        if (session.Imports.Find(importId) is not { } import || session.Batches.NewestToUndo(import.Id) is not { } batch)
        {
            return null;
        }

        var changes = session.Changes.Read(batch.FirstChange, batch.LastChange);
        var account = import.Import.Import.SellsyAccount;
        var current = CurrentLeads(session, account, batch, changes);
        var later = new LaterImports(session, batch);
        List<UndoableLead> leads = new(batch.CreatedLeads.Count + changes.Count);
        foreach (var (row, id) in batch.CreatedLeads)
        {
            var stored = current.GetValueOrDefault(id);
            leads.Add(Undoable(new(row, id), stored, stored?.Origin == batch.Origin, later));
        }

        foreach (var change in changes)
        {
            var stored = current.GetValueOrDefault(change.Contact);
            var lead = new UndoableLead(change.Row, change.Contact) { Before = change.Before, After = change.After };
            leads.Add(Undoable(lead, stored, IsSameLead(session, account, stored, change), later));
        }

        leads.Sort((one, other) => one.Row.CompareTo(other.Row));
        return new(importId, batch.Origin.Batch, [.. leads]);
    }

    /// <summary>Undoes a batch. If it returns <see langword="false"/>, the caller must roll back the transaction.</summary>
    public static bool TryUndo(SqliteSession session, UndoBatch batch, TimeProvider time, CancellationToken cancellationToken)
    {
        var import = Leases.Check(session, batch.ImportId, batch.Lease.Token);
        Leases.CheckHeld(import, batch.Lease.Token, ImportState.Undoing);
        Leases.CheckNotCancelled(import);
        if (session.Batches.NewestToUndo(import.Id) is not { } newest || newest.Origin.Batch != batch.Number)
        {
            return false;
        }

        session.Companies.Use(import.Import.Import.SellsyAccount);
        foreach (var entry in batch.Leads)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!TryUndo(session, entry, newest.Origin))
            {
                return false;
            }
        }

        session.Batches.Undo(newest.Origin, batch.Leads);
        session.Imports.Renew(import.Id, batch.Lease.TakenAt(time.GetUtcNow()), next: null);
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
        string account,
        BatchToUndo batch,
        List<StoredChange> changes)
    {
        var ids = batch.CreatedLeads.Select(lead => lead.SellsyContactId).Concat(changes.Select(change => change.Contact));
        return session.Reader.Read(account, ids).ToDictionary(stored => stored.Lead.Lead.SellsyContactId, StringComparer.Ordinal);
    }

    private static UndoableLead Undoable(UndoableLead lead, LeadRow? stored, bool isSameLead, LaterImports later)
    {
        if (stored is null)
        {
            return lead;
        }

        // A lead that was removed and created again no longer belongs to the import: whoever created it counts as its editor.
        var changedBy = later.Find(stored, isSameLead);
        return lead with
        {
            Current = stored.Lead,
            IsEdited = stored.Edits > 0 || !stored.Lead.RunningCadences.IsEmpty || (!isSameLead && changedBy is null),
            ChangedByImport = changedBy,
        };
    }

    /// <summary>
    /// Whether a lead is the one that a change wrote. A lead with another version, without an edit or a later import, was removed and created
    /// again. So was a lead that an import created after the change.
    /// </summary>
    private static bool IsSameLead(SqliteSession session, string account, LeadRow? stored, StoredChange change)
    {
        if (stored is null || stored.Lead.Version == change.After?.Version)
        {
            return stored is not null;
        }

        var isCreatedLater = stored.Origin is { } origin && session.Batches.FindCreation(origin) is { } creation && creation.LastChange >= change.Id;
        return !isCreatedLater && (stored.Edits > 0 || session.Changes.HasLater(account, change.Contact, change.Id));
    }

    private static bool TryUndo(SqliteSession session, UndoEntry entry, BatchOrigin origin)
    {
        switch (entry.Outcome)
        {
            case UndoOutcome.Removed:
                return session.Leads.TryRemove(entry.Current!);

            case UndoOutcome.Restored:
                if (session.Leads.FindState(entry.Restored!.Lead.SellsyAccount, entry.SellsyContactId) is not { } state || state.Version != entry.Current!.Version)
                {
                    return false;
                }

                var company = session.Changes.CompanyBefore(origin, entry.SellsyContactId);
                LeadChange.Apply(session, state, entry.Current, entry.Restored!, origin, company);
                return true;

            default:
                return true;
        }
    }
}
