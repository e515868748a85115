using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>The operations that the state of an import in a ledger allows.</summary>
internal static class ImportStates
{
    /// <summary>Whether the import stopped before its end was stored, and no process writes for it.</summary>
    public static bool IsInterrupted(LedgerImport import, TimeProvider time) => import.State == ImportState.Interrupted || IsAbandoned(import, time);

    /// <summary>Whether the process that wrote for the import ended without storing that the import stopped.</summary>
    public static bool IsAbandoned(LedgerImport import, TimeProvider time) =>
        import.State == ImportState.Running && !IsHeld(import, time);

    /// <summary>Whether a process may write for the import, or undo it: also one that is late to renew its lease.</summary>
    public static bool MayBeWritten(LedgerImport import) =>
        import is { State: ImportState.Running or ImportState.Undoing, Lease: { } lease } && !LeaseHolder.HolderHasEnded(lease);

    /// <summary>
    /// The import as a host sees it: one whose process was killed is interrupted, and has no lease; neither has an undo whose process was killed.
    /// </summary>
    public static LedgerImport Shown(LedgerImport import, TimeProvider time) => import switch
    {
        _ when IsAbandoned(import, time) => import with { State = ImportState.Interrupted, Lease = null },
        { State: ImportState.Undoing } when !IsHeld(import, time) => import with { Lease = null },
        _ => import,
    };

    /// <summary>The imports that a ledger has to give so that those shown can be chosen among them: an interrupted one may be in it as running.</summary>
    public static ImportFilter InLedger(ImportFilter filter) => filter.States.Contains(ImportState.Interrupted) && !filter.States.Contains(ImportState.Running)
        ? filter with { States = filter.States.Add(ImportState.Running) }
        : filter;

    /// <summary>The file of an import, where it was when the import started.</summary>
    /// <exception cref="SellsyImportException">The host opened the file itself.</exception>
    public static ImportSource SourceOf(ImportInfo import, IEnumerable<ISourceOpener> openers) => import.FileLocation is { } location
        ? openers.Select(opener => opener.Open(location)).FirstOrDefault(opened => opened is not null) ?? ImportSource.FromFile(location)
        : throw new SellsyImportException(ErrorCodes.ImportFileUnknown, import.ImportId, import.FileName);

    /// <exception cref="SellsyImportException">There is no such import.</exception>
    public static async ValueTask<LedgerImport> FindAsync(IImportLedger ledger, string importId, CancellationToken cancellationToken) =>
        StoreGuard.Import(
            await ledger.FindImportAsync(importId, cancellationToken).ConfigureAwait(false)
            ?? throw new SellsyImportException(ErrorCodes.ImportUnknown, importId));

    /// <exception cref="SellsyImportException">There is no such import, or it can no longer be continued.</exception>
    public static async ValueTask<LedgerImport> FindUnfinishedAsync(IImportLedger ledger, string importId, CancellationToken cancellationToken)
    {
        var import = await FindAsync(ledger, importId, cancellationToken).ConfigureAwait(false);
        ThrowIfEnded(import);
        return import;
    }

    /// <summary>Calls the ledger with a batch. Where somebody asked for the import to be stopped, it stops as if its caller had cancelled.</summary>
    public static async ValueTask<T> CancelIfRequestedAsync<T>(Func<ValueTask<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (SellsyImportException exception) when (exception.Code == ErrorCodes.ImportCancelRequested)
        {
            throw new OperationCanceledException(exception.Message, exception);
        }
    }

    /// <summary>The error of a call that gave the id of an import of another plan.</summary>
    public static SellsyImportException IdTaken(LedgerImport import) => new(ErrorCodes.ImportIdTaken, import.Import.ImportId);

    /// <exception cref="SellsyImportException">The import can no longer be continued.</exception>
    public static void ThrowIfEnded(LedgerImport import)
    {
        var code = import.State switch
        {
            ImportState.Finished => ErrorCodes.ImportFinished,
            ImportState.Ended => ErrorCodes.ImportEnded,
            ImportState.Undoing or ImportState.Undone => ErrorCodes.ImportUndone,
            _ => null,
        };
        if (code is not null)
        {
            throw new SellsyImportException(code, import.Import.ImportId);
        }
    }

    private static bool IsHeld(LedgerImport import, TimeProvider time) =>
        import.Lease is { } lease && lease.ExpiresAt > time.GetUtcNow() && !LeaseHolder.HolderHasEnded(lease);
}
