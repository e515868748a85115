using System.Collections.Immutable;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// The ledger of a sink that keeps it in its own transactions. It stores every import with its plan, its batches, the row to continue from and
/// its changes. An import can then be resumed, can change existing leads, and has a history. A sink that does not implement it still adds leads,
/// and can have an <see cref="ISeparateLedger"/> beside it.
/// Its exceptions propagate. It is used by one import at a time per call; several imports, also of other processes, may use it at once.
/// </summary>
/// <remarks>
/// If a sink implements it, an import sends its batches to <see cref="WriteAsync"/> and never to <see cref="ILeadSink.AddAsync"/>. The
/// lease decides who writes: only calls with the token that <see cref="IImportRecords.StartAsync"/> stored last change anything.
/// </remarks>
public interface IImportLedger : IImportRecords, ILeadReader
{
    /// <summary>
    /// Writes a batch in one transaction, whole or not at all. It holds new leads, new companies, changes of existing leads with the old
    /// values, and the outcomes of the rows. It also holds the counts of the import, the row to continue from, and the lease's new end by
    /// the ledger's clock. A batch that was stored already, identified by its import and number, is not stored again: its first result is
    /// returned.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Cancels before the batch is committed; afterwards it is ignored.</param>
    /// <returns>What became of each entry, in the order of the batch.</returns>
    /// <exception cref="SellsyImportException">
    /// The lease is another's: <see cref="ErrorCodes.ImportTakenOver"/>; or somebody asked for the import to be stopped, and the batch is not stored
    /// already: <see cref="ErrorCodes.ImportCancelRequested"/>. Nothing is stored.
    /// </exception>
    ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes a batch, as <see cref="WriteAsync"/>, and answers for each lead with its reason. An import calls this method. By default it calls
    /// <see cref="WriteAsync"/>: a ledger that refuses single leads with a reason implements it.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Cancels before the batch is committed; afterwards it is ignored.</param>
    /// <returns>What became of each entry, in the order of the batch.</returns>
    /// <exception cref="SellsyImportException">The lease is another's: <see cref="ErrorCodes.ImportTakenOver"/>; nothing is stored.</exception>
    async ValueTask<ImmutableArray<LeadAnswer>> WriteLeadsAsync(LedgerBatch batch, CancellationToken cancellationToken = default)
    {
        var outcomes = await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        return outcomes.IsDefault ? default : ImmutableArray.CreateRange(outcomes, outcome => new LeadAnswer(outcome));
    }

    /// <summary>What became of the rows of an import so far, in the order of its batches.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The stored batches.</returns>
    IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, CancellationToken cancellationToken = default);

    /// <summary>The rows that created or changed a lead, of all imports.</summary>
    /// <param name="sellsyAccount">The Sellsy account of the contact; empty for a host with one account.</param>
    /// <param name="sellsyContactId">The id of the contact, whose lead need not be there any more.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows, each once, in any order.</returns>
    IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes a person from all batches, in one transaction: the id of the contact and the old and new values. The lead itself stays as it is, and so do
    /// the outcomes of the rows. From then on an <see cref="UndoableLead"/> of such a row has an empty <see cref="UndoableLead.SellsyContactId"/> and no values.
    /// </summary>
    /// <param name="sellsyAccount">The Sellsy account of the contact; empty for a host with one account.</param>
    /// <param name="sellsyContactId">The id of the contact.</param>
    /// <param name="cancellationToken">Cancels before anything is removed.</param>
    /// <returns>How many rows of imports are forgotten.</returns>
    ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default);
}
