using System.Collections.Immutable;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// The second, optional interface of a sink. It stores every import with its plan, its batches, the row to continue from and its changes.
/// An import can then be resumed, can change existing leads, and has a history. A sink that does not implement it still adds leads.
/// Its exceptions propagate. It is used by one import at a time per call; several imports, also of other processes, may use it at once.
/// </summary>
/// <remarks>
/// If a sink implements it, an import sends its batches to <see cref="WriteAsync"/> and never to <see cref="ILeadSink.AddAsync"/>. The
/// lease decides who writes: only calls with the token that <see cref="StartAsync"/> stored last change anything.
/// </remarks>
public interface IImportLedger
{
    /// <summary>Reads leads that are there, whole, with the version by which a later change is noticed.</summary>
    /// <param name="sellsyContactIds">The ids asked for, each once; at most a few thousand at a time.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The leads that are there, in any order; those that are absent are left out.</returns>
    ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts an import with its plan, or finds one: that of the same import id, else the newest <see cref="ImportState.Running"/> or
    /// <see cref="ImportState.Interrupted"/> one of the same <see cref="ImportStart.PlanHash"/>, else the newest
    /// <see cref="ImportState.Finished"/> one of the same <see cref="ImportStart.PlanHash"/> and the same <see cref="ImportStart.Plan"/>, byte for
    /// byte. A running or interrupted import of the same <see cref="ImportStart.PlanHash"/> is continued, and gets the lease, if its lease is free
    /// or has expired, has the same token, or has the token <see cref="ImportStart.TakeOverFrom"/>. The ledger reads the time for this comparison and for the new end after
    /// it has waited for any other writer. While the import has no batch, the plan of the call replaces the plan before it: it is the one that
    /// will be written. Once the import has a batch, its plan stays. Nothing changes if the import is held by another, if its state is
    /// neither running nor interrupted, or if an import of the same id has another <see cref="ImportStart.PlanHash"/>.
    /// </summary>
    /// <param name="start">The import, its plan and the lease.</param>
    /// <param name="cancellationToken">Cancels before the start is committed.</param>
    /// <returns>The import as it stands in the ledger now; it was started or continued if it holds the lease of the call.</returns>
    ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes a batch in one transaction, whole or not at all. It holds new leads, new companies, changes of existing leads with the old
    /// values, and the outcomes of the rows. It also holds the counts of the import, the row to continue from, and the lease's new end by
    /// the ledger's clock. A batch that was stored already, identified by its import and number, is not stored again: its first result is
    /// returned.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Cancels before the batch is committed; afterwards it is ignored.</param>
    /// <returns>What became of each entry, in the order of the batch.</returns>
    /// <exception cref="SellsyImportException">The lease is another's: <see cref="ErrorCodes.ImportTakenOver"/>; nothing is stored.</exception>
    ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Stores how an import, or the undo of one, ended, and gives its lease back. A second call changes nothing.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="leaseToken">The token of the lease.</param>
    /// <param name="state">
    /// <see cref="ImportState.Finished"/>, <see cref="ImportState.Interrupted"/> or <see cref="ImportState.Ended"/>.
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

    /// <summary>The history: every import, newest first.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The imports.</returns>
    IAsyncEnumerable<LedgerImport> ReadImportsAsync(CancellationToken cancellationToken = default);

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

    /// <summary>What became of the rows of an import so far, in the order of its batches.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The stored batches.</returns>
    IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, CancellationToken cancellationToken = default);
}
