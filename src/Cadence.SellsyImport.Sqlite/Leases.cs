using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Grants, checks and releases the lease of an import, which is the right to write for it.</summary>
internal static class Leases
{
    /// <summary>Starts an import or resumes one.</summary>
    public static LedgerImport Start(SqliteSession session, ImportStart start, DateTimeOffset now)
    {
        var found = session.Imports.Find(start.Import.ImportId) ?? session.Imports.FindByPlan(start);
        if (found is null)
        {
            session.Imports.Add(start, now);
            return session.Imports.Find(start.Import.ImportId)!.Import;
        }

        if (found.Import.State is not (ImportState.Running or ImportState.Interrupted)
            || found.Import.PlanHash != start.PlanHash
            || !found.GivesWayTo(start.Lease, start.TakeOverFrom, now))
        {
            return found.Import;
        }

        if (found.Import.Batches == 0 && !session.Records.IsInDoubt(found.Id))
        {
            session.Imports.SetPlan(found.Id, start.Plan.Span);
        }

        return Take(session, found, ImportState.Running, start.Lease.TakenAt(now));
    }

    /// <summary>Begins to undo an import, or resumes its undo.</summary>
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

    /// <summary>Releases the lease; a second call by the same holder changes nothing.</summary>
    public static void End(SqliteSession session, string importId, string leaseToken, ImportState state, DateTimeOffset endedAt)
    {
        var import = Check(session, importId, leaseToken);
        if (!import.IsHeldBy(leaseToken))
        {
            return;
        }

        session.Companies.EnsureIndexes();

        // An interrupted undo resumes when it is called again, so its import keeps the state of one that is being undone.
        var isUndoing = import.Import.State == ImportState.Undoing && state != ImportState.Undone;
        session.Imports.End(import.Id, isUndoing ? ImportState.Undoing : state, isUndoing ? null : endedAt);
    }

    /// <summary>The import, if its lease was last taken with this token.</summary>
    /// <exception cref="SellsyImportException">It was not: <see cref="ErrorCodes.ImportTakenOver"/>.</exception>
    public static StoredImport Check(SqliteSession session, string importId, string leaseToken) =>
        session.Imports.Find(importId) is { } import && import.LeaseToken == leaseToken ? import : throw TakenOver(importId);

    /// <summary>Stores that an import is asked to stop, where somebody writes for it.</summary>
    public static LedgerImport? RequestCancel(SqliteSession session, string importId, CancelRequest request)
    {
        if (session.Imports.Find(importId) is not { } found)
        {
            return null;
        }

        if (found.Import is not { State: ImportState.Running or ImportState.Undoing, Lease: not null, CancelRequest: null })
        {
            return found.Import;
        }

        session.Imports.RequestCancel(found.Id, request);
        return found.Import with { CancelRequest = request };
    }

    /// <exception cref="SellsyImportException">Somebody asked for the import to be stopped.</exception>
    public static void CheckNotCancelled(StoredImport import)
    {
        if (import.Import.CancelRequest is not null)
        {
            throw new SellsyImportException(ErrorCodes.ImportCancelRequested, import.Import.Import.ImportId);
        }
    }

    /// <exception cref="SellsyImportException">The lease was released, or was granted for something else.</exception>
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
        return found.Import with
        {
            State = state,
            Lease = lease,
            EndedAt = null,
            CancelRequest = found.LeaseToken == lease.Token ? found.Import.CancelRequest : null,
        };
    }

    private static SellsyImportException TakenOver(string importId) => new(ErrorCodes.ImportTakenOver, importId);
}
