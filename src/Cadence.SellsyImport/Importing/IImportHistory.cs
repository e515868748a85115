using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport;

/// <summary>
/// What can be done with imports that were started: list, resume, end, undo. What a host injects beside <see cref="ISellsyImporter"/>.
/// Thread-safe.
/// </summary>
/// <remarks>
/// Every call throws <see cref="SellsyImportException"/> with <see cref="ErrorCodes.StoreCannot"/> where the registered sink implements
/// neither <see cref="IImportLedger"/> nor, to undo, <see cref="IUndoLedger"/>; and <see cref="OperationCanceledException"/> where the caller
/// cancels. Each call returns at once and works on the thread pool, never in the caller's synchronization context.
/// </remarks>
public interface IImportHistory
{
    /// <summary>The imports of the store, newest first. An import whose process was killed is reported as interrupted.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The imports.</returns>
    IAsyncEnumerable<LedgerImport> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Imports of the store, newest first, as <see cref="ReadAsync(CancellationToken)"/> reports them. So <see cref="ImportState.Interrupted"/> also finds
    /// imports whose process was killed, which are in the ledger as running under a lease that has ended. They have no
    /// <see cref="LedgerImport.Lease"/>; an undo that stopped is <see cref="ImportState.Undoing"/> without one.
    /// </summary>
    /// <param name="filter">Which imports.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The imports.</returns>
    IAsyncEnumerable<LedgerImport> ReadAsync(ImportFilter filter, CancellationToken cancellationToken = default);

    /// <summary>
    /// The report of an import, whatever its state, from what the ledger keeps: also after a restart, and on another server. <see cref="ISellsyImporter"/>
    /// reads its rows by <c>ReadReportAsync</c>, and writes those in error by <c>WriteRejectedRowsAsync</c>. Rows that the import has not reached are <see cref="RowOutcome.Pending"/>. That of an undone import tells what was done before the undo.
    /// </summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The report; <see cref="ImportReport.State"/> tells whether it is that of every row.</returns>
    /// <exception cref="SellsyImportException">
    /// The import is unknown, or its plan is of another version of this library: <see cref="ErrorCodes.PlanOfAnotherVersion"/>.
    /// </exception>
    Task<ImportReport> ReadReportAsync(string importId, CancellationToken cancellationToken = default);

    /// <summary>Continues an import after its last stored batch, under its own plan.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="source">The file; by default the one of <see cref="ImportInfo.FileLocation"/>. It must be the file of the plan.</param>
    /// <param name="progress">Receives the progress of adding.</param>
    /// <param name="cancellationToken">Cancels the adding between two batches; the import can be resumed again.</param>
    /// <returns>The report over all rows, as if the import had never been interrupted.</returns>
    /// <exception cref="SellsyImportException">
    /// The import is unknown, finished, ended, undone or written by another process, or its file cannot be used.
    /// </exception>
    Task<ImportReport> ResumeAsync(
        string importId,
        ImportSource? source = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for a running import, or a running undo, to be stopped, also one of another process or server. It stops before its next batch, as if its
    /// caller had cancelled: it is interrupted, and can be resumed; its caller gets <see cref="OperationCanceledException"/>. An import that has written its
    /// last batch by then finishes. The history shows the request as <see cref="LedgerImport.CancelRequest"/> until the import is resumed or undone.
    /// </summary>
    /// <param name="importId">The import.</param>
    /// <param name="requestedBy">The user that asks, for the history; null by default.</param>
    /// <param name="cancellationToken">Cancels before the request is stored.</param>
    /// <returns>
    /// Whether the import is asked to stop, now or by an earlier call; <see langword="false"/> if nobody writes for it, and there is nothing to stop.
    /// </returns>
    /// <exception cref="SellsyImportException">The import is unknown.</exception>
    Task<bool> RequestCancelAsync(string importId, string? requestedBy = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends an interrupted import permanently: it cannot be resumed, and its file can be previewed and imported again. What it has written
    /// stays, and can be undone. An import that is ended already stays as it is.
    /// </summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels before the end is stored.</param>
    /// <returns>A task that ends when the end is stored.</returns>
    /// <exception cref="SellsyImportException">The import is unknown, finished, undone or written by another process.</exception>
    Task EndAsync(string importId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets a person: removes the id of the contact, its old and new values, and what the plans hold of its rows (corrected cells, issues of the host's
    /// rules) from every import of the ledger. The lead itself, the counts and the outcomes of the rows stay. The undo of such an import leaves the lead as it
    /// is, and reports its row as <see cref="UndoOutcome.Forgotten"/>. A row that an interrupted import has not reached is not known to be the person's:
    /// a resumption adds it from the file. A plan that is saved elsewhere, or held in memory, is no longer the one that the ledger keeps.
    /// </summary>
    /// <param name="sellsyContactId">The Sellsy id of the contact. The lead need not be in the store any more.</param>
    /// <param name="sellsyAccount">The Sellsy account of the contact; empty, the default, for a host with one account.</param>
    /// <param name="cancellationToken">Cancels the call, which may be repeated.</param>
    /// <returns>How many rows of imports are forgotten; 0 if the ledger knows nothing of the person.</returns>
    Task<long> ForgetAsync(string sellsyContactId, string sellsyAccount = "", CancellationToken cancellationToken = default);

    /// <summary>
    /// Drops old imports from the history, with their plans, batches and old values: those that are <see cref="ImportState.Finished"/>,
    /// <see cref="ImportState.Ended"/> or <see cref="ImportState.Undone"/>, and ended before a time; never one that is running, interrupted or being undone.
    /// They can no longer be undone or reported. Their leads stay as they are.
    /// </summary>
    /// <param name="before">The time.</param>
    /// <param name="cancellationToken">Cancels before anything is dropped.</param>
    /// <returns>How many imports were dropped.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default);

    /// <summary>
    /// Undoes an import: the leads it created are removed, the fields it changed get their old values, and what was changed
    /// since is kept and reported. An interrupted undo continues; an import that is undone already is reported again and stays as it is.
    /// </summary>
    /// <param name="importId">The import.</param>
    /// <param name="progress">Receives the progress of undoing.</param>
    /// <param name="cancellationToken">Cancels the undoing between two batches; it can be called again.</param>
    /// <returns>The report.</returns>
    /// <exception cref="SellsyImportException">The import is unknown, or written by another process.</exception>
    Task<UndoReport> UndoAsync(
        string importId,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);
}
