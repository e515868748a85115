namespace Cadence.SellsyImport.Storage;

/// <summary>
/// The imports that a ledger keeps, with their plans and leases: the part that <see cref="IImportLedger"/> and <see cref="ISeparateLedger"/>
/// share. Its exceptions propagate. Several imports, also of other processes, may use it at once.
/// </summary>
public interface IImportRecords
{
    /// <summary>
    /// Starts an import with its plan, or finds one: that of the same import id, else the newest <see cref="ImportState.Running"/> or
    /// <see cref="ImportState.Interrupted"/> one of the same <see cref="ImportStart.PlanHash"/>, else the newest
    /// <see cref="ImportState.Finished"/> one of the same <see cref="ImportStart.PlanHash"/> and the same <see cref="ImportStart.Plan"/>, byte for
    /// byte. A running or interrupted import of the same <see cref="ImportStart.PlanHash"/> is continued, and gets the lease, if its lease is free
    /// or has expired, has the same token, or has the token <see cref="ImportStart.TakeOverFrom"/>. The ledger reads the time for this comparison
    /// and for the new end after it has waited for any other writer. While the import has no batch, not even one that is begun, the plan of the
    /// call replaces the plan before it: it is the one that will be written. Once the import has a batch, its plan stays. Nothing changes if the
    /// import is held by another, if its state is neither running nor interrupted, or if an import of the same id has another
    /// <see cref="ImportStart.PlanHash"/>.
    /// </summary>
    /// <param name="start">The import, its plan and the lease.</param>
    /// <param name="cancellationToken">Cancels before the start is committed.</param>
    /// <returns>The import as it stands in the ledger now; it was started or continued if it holds the lease of the call.</returns>
    ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default);

    /// <summary>Stores how an import, or the undo of one, ended, and gives its lease back. A second call changes nothing.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="leaseToken">The token of the lease.</param>
    /// <param name="state">
    /// <see cref="ImportState.Finished"/>, <see cref="ImportState.Interrupted"/> or <see cref="ImportState.Ended"/>; the undo of an import
    /// that is <see cref="ImportState.Interrupted"/> leaves it <see cref="ImportState.Undoing"/>. An <see cref="ISeparateLedger"/> is also given
    /// <see cref="ImportState.Undone"/>.
    /// </param>
    /// <param name="endedAt">When it ended.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the end is stored.</returns>
    /// <exception cref="SellsyImportException">The lease is another's: <see cref="ErrorCodes.ImportTakenOver"/>; nothing changes.</exception>
    ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores that somebody asks for an import, or for the undo of one, to be stopped: only where it is <see cref="ImportState.Running"/> or
    /// <see cref="ImportState.Undoing"/> and has a lease, expired or not. A request that is there already stays. From then on each batch of the holder of
    /// the lease is refused with <see cref="ErrorCodes.ImportCancelRequested"/>, and nothing of it is stored; <see cref="EndAsync"/> is not refused.
    /// The request is removed when the lease is taken with another token.
    /// </summary>
    /// <param name="importId">The import.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels before the request is stored.</param>
    /// <returns>The import as it stands in the ledger now, or <see langword="null"/> if the ledger has no import with this id.</returns>
    ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default);

    /// <summary>The history: imports, newest first.</summary>
    /// <param name="filter">Which imports; every one by default.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The imports.</returns>
    IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>One import of the history.</summary>
    /// <param name="importId">Its id.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The import, or <see langword="null"/> if the ledger has no import with this id.</returns>
    ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default);

    /// <summary>The plan that an import follows, as the <see cref="ImportStart.Plan"/> of the last start before its first batch gave it.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The bytes; empty if there is no import with this id.</returns>
    ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default);

    /// <summary>Replaces the plan of an import, whatever its state and its lease, if it still is the one that was read.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="plan">The plan as it was read.</param>
    /// <param name="replacement">The plan in its place; empty to drop it.</param>
    /// <param name="cancellationToken">Cancels before the plan is replaced.</param>
    /// <returns>Whether it was the plan that was read, and is replaced.</returns>
    ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Drops old imports, with their plans, batches and old values, in one transaction: those that are <see cref="ImportState.Finished"/>,
    /// <see cref="ImportState.Ended"/> or <see cref="ImportState.Undone"/>, and ended before a time. They are no longer in the history, and their ids may be
    /// used again. The leads stay as they are. The undo of an import that stays decides as if they were still there: what they changed is kept.
    /// </summary>
    /// <param name="before">The time.</param>
    /// <param name="cancellationToken">Cancels before anything is dropped.</param>
    /// <returns>How many imports were dropped.</returns>
    ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
