using System.Collections.Immutable;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// A ledger beside a sink that keeps none itself, such as one that calls an API or writes to another database. With it such a sink has a history
/// and can resume, and, as far as it implements <see cref="ILeadUpdater"/> and <see cref="ILeadRemover"/>, update and undo. The importer records a
/// batch as begun before it hands it to the sink, and as written afterwards. What is in doubt after a crash it looks up in the sink.
/// Its exceptions propagate. Thread-safe; several imports, also of other processes, may use it at once.
/// </summary>
/// <remarks>
/// It is registered beside the sink: <c>UseSqliteLedger(…)</c>, <c>UsePostgreSqlLedger(…)</c>, or a host's own as <c>ISeparateLedger</c>. Each
/// writing call is one transaction. <see cref="BeginBatchAsync"/> and <see cref="SetBatchAsync"/> change something only for the token that took
/// the lease last and still holds it; they renew it by the ledger's clock. A ledger in the database of the sink may open a transaction in
/// <see cref="BeginBatchAsync"/>, let the sink write in it, and commit it in the <see cref="SetBatchAsync"/> that follows: then no batch is ever in
/// doubt. Such a ledger rolls back what is open when another of its methods is called.
/// </remarks>
public interface ISeparateLedger : IImportRecords
{
    /// <summary>
    /// Stores a batch as begun, unless the import has a batch of this number. The import then has
    /// <see cref="LedgerImport.HasBatchInDoubt"/>, and its <see cref="LedgerImport.Batches"/> stay as they are.
    /// </summary>
    /// <param name="batch">The batch, in the stage <see cref="BatchStage.Begun"/>.</param>
    /// <param name="lease">Renews the lease: its token must be the one the ledger has.</param>
    /// <param name="cancellationToken">Cancels before the batch is stored; afterwards it is ignored.</param>
    /// <returns>Null if the batch is stored; the batch of this number if there is one, which stays as it is.</returns>
    /// <exception cref="SellsyImportException">
    /// The lease is another's: <see cref="ErrorCodes.ImportTakenOver"/>; or somebody asked for the import to be stopped, and no batch of this number is
    /// written: <see cref="ErrorCodes.ImportCancelRequested"/>. Nothing is stored.
    /// </exception>
    ValueTask<BatchRecord?> BeginBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores a batch with its stage and content, in the place of the batch of this number if there is one. When a batch becomes
    /// <see cref="BatchStage.Written"/>, the import has one batch more, its counts grow by <see cref="BatchRecord.Counts"/>, and its place is
    /// <see cref="BatchRecord.Next"/>. A batch that is <see cref="BatchStage.Written"/> or in a later stage already stays as it is when it is
    /// stored as written again.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="lease">Renews the lease: its token must be the one the ledger has.</param>
    /// <param name="cancellationToken">Cancels before the batch is stored; afterwards it is ignored.</param>
    /// <returns>A task that ends when the batch is stored.</returns>
    /// <exception cref="SellsyImportException">
    /// The lease is another's: <see cref="ErrorCodes.ImportTakenOver"/>; or somebody asked for the import to be stopped, and there is no batch of this
    /// number: <see cref="ErrorCodes.ImportCancelRequested"/>. Nothing is stored.
    /// </exception>
    ValueTask SetBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default);

    /// <summary>The newest batch of an import that is not <see cref="BatchStage.Undone"/>.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The batch, or <see langword="null"/> if there is none.</returns>
    ValueTask<BatchRecord?> FindNewestBatchAsync(string importId, CancellationToken cancellationToken = default);

    /// <summary>Batches of an import, by their numbers.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="first">The number of the first batch asked for.</param>
    /// <param name="last">The number of the last one; at most a few hundred batches are asked for at a time.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Those that are there, in the order of their numbers, without <see cref="BatchRecord.Counts"/> and <see cref="BatchRecord.Next"/>.</returns>
    ValueTask<ImmutableArray<BatchRecord>> ReadBatchesAsync(string importId, int first, int last, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces the content of a batch, whatever the state and the lease of its import, if it still has the stage and the content that were read.
    /// </summary>
    /// <param name="batch">The batch as it was read.</param>
    /// <param name="content">The content in its place.</param>
    /// <param name="cancellationToken">Cancels before the content is replaced.</param>
    /// <returns>Whether it was the batch that was read, and its content is replaced.</returns>
    ValueTask<bool> ReplaceContentAsync(BatchRecord batch, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

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
}
