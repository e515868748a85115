namespace Cadence.SellsyImport.Storage;

/// <summary>
/// A ledger that can also undo an import. The batches of an import are undone from the last to the first, each in one
/// transaction, so that an interrupted undo continues where it stopped. Its exceptions propagate.
/// </summary>
public interface IUndoLedger : IImportLedger
{
    /// <summary>
    /// Starts to undo an import, or continues an interrupted undo: the state becomes <see cref="ImportState.Undoing"/> and the lease is
    /// taken, under the same rule as in <see cref="IImportRecords.StartAsync"/>. An import that is undone already stays so.
    /// </summary>
    /// <param name="importId">The import.</param>
    /// <param name="lease">Asks for the lease.</param>
    /// <param name="takeOverFrom">The token of a lease held by a process that is known to have ended; null by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import as it stands in the ledger now, or <see langword="null"/> if the ledger has no import with this id.</returns>
    ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default);

    /// <summary>The newest batch of an import that is not undone yet, with what it did and how the leads stand now.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The batch, or <see langword="null"/> if no batch is left.</returns>
    ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Undoes a batch in one transaction, and stores that it is undone and what became of its leads. If one of its leads has another version
    /// by now, or the batch is not the newest that is left, nothing changes.
    /// </summary>
    /// <param name="batch">What is to be done with each lead of the batch.</param>
    /// <param name="cancellationToken">Cancels before the batch is committed; afterwards it is ignored.</param>
    /// <returns>Whether the batch is undone; if not, the caller reads and decides it again.</returns>
    /// <exception cref="SellsyImportException">
    /// The lease is another's: <see cref="ErrorCodes.ImportTakenOver"/>; or somebody asked for the undo to be stopped:
    /// <see cref="ErrorCodes.ImportCancelRequested"/>. Nothing changes.
    /// </exception>
    ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends the undo in one transaction: sets the state <see cref="ImportState.Undone"/>, gives the lease back, and removes companies. It
    /// removes those that no lead uses, that nobody edited, and that were created by this import or by one that is undone already. The order
    /// in which imports are undone therefore does not matter. A company that <see cref="UndoAsync"/> had to create again for a restored lead
    /// counts as created by the import. If the import is undone already, nothing changes for any caller and the token does not matter.
    /// </summary>
    /// <param name="importId">The import.</param>
    /// <param name="leaseToken">The token of the lease.</param>
    /// <param name="endedAt">When it ended.</param>
    /// <param name="cancellationToken">Cancels before the end is committed; afterwards it is ignored.</param>
    /// <returns>How many companies were removed and how many of the import's own stayed, the first time as well as later.</returns>
    /// <exception cref="SellsyImportException">The lease is another's: <see cref="ErrorCodes.ImportTakenOver"/>; nothing changes.</exception>
    ValueTask<UndoneCompanies> EndUndoAsync(
        string importId,
        string leaseToken,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default);

    /// <summary>What became of the leads of an import that is undone, or of the part that is, in the order in which it was done.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The leads, those of the last batch first.</returns>
    IAsyncEnumerable<UndoEntry> ReadUndoneAsync(string importId, CancellationToken cancellationToken = default);
}
