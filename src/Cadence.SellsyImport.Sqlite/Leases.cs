using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The right to write for an import: who gets it, who has it, and when it is given back.</summary>
internal static class Leases
{
    /// <summary>Starts an import or takes one up.</summary>
    public static LedgerImport Start(SqliteSession session, ImportStart start, DateTimeOffset now)
    {
        var found = session.Imports.Find(start.Import.ImportId) ?? session.Imports.FindUnfinished(start.PlanHash);
        if (found is null)
        {
            session.Imports.Add(start, now);
            return session.Imports.Find(start.Import.ImportId)!.Import;
        }

        if (found.Import.State is not (ImportState.Running or ImportState.Interrupted) || !found.GivesWayTo(start.Lease, start.TakeOverFrom, now))
        {
            return found.Import;
        }

        if (found.Import.Batches == 0)
        {
            session.Imports.SetPlan(found.Id, start.Plan.Span);
        }

        return Take(session, found, ImportState.Running, start.Lease.TakenAt(now));
    }

    /// <summary>Begins to undo an import, or goes on with it.</summary>
    public static LedgerImport? StartUndo(SqliteSession session, string importId, LeaseRequest lease, string? takeOverFrom, DateTimeOffset now)
    {
        if (session.Imports.Find(importId) is not { } found)
        {
            return null;
        }

        if (found.Import.State == ImportState.Undone || !found.GivesWayTo(lease, takeOverFrom, now))
        {
            return found.Import;
        }

        return Take(session, found, ImportState.Undoing, lease.TakenAt(now));
    }

    /// <summary>Gives the lease back; told again by the same holder, it changes nothing.</summary>
    public static void End(SqliteSession session, string importId, string leaseToken, ImportState state, DateTimeOffset endedAt)
    {
        var import = Check(session, importId, leaseToken);
        if (!import.IsHeldBy(leaseToken))
        {
            return;
        }

        session.Companies.EnsureIndexes();

        // An undo that was interrupted goes on by being called again: its import stays one that is being undone.
        var isUndoing = import.Import.State == ImportState.Undoing;
        session.Imports.End(import.Id, isUndoing ? ImportState.Undoing : state, isUndoing ? null : endedAt);
    }

    /// <summary>The import, where its lease was last taken with this token.</summary>
    /// <exception cref="SellsyImportException">It was not: <see cref="ErrorCodes.ImportTakenOver"/>.</exception>
    public static StoredImport Check(SqliteSession session, string importId, string leaseToken) =>
        session.Imports.Find(importId) is { } import && import.LeaseToken == leaseToken ? import : throw TakenOver(importId);

    /// <exception cref="SellsyImportException">The lease was given back, or is for something else.</exception>
    public static void CheckHeld(StoredImport import, string leaseToken, ImportState state)
    {
        if (!import.IsHeldBy(leaseToken) || import.Import.State != state)
        {
            throw TakenOver(import.Import.Import.ImportId);
        }
    }

    private static LedgerImport Take(SqliteSession session, StoredImport found, ImportState state, ImportLease lease)
    {
        session.Imports.Lease(found.Id, lease, state);
        return found.Import with { State = state, Lease = lease, EndedAt = null };
    }

    private static SellsyImportException TakenOver(string importId) => new(ErrorCodes.ImportTakenOver, importId);
}
