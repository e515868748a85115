using System.Collections.Immutable;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// The store of leads. The fourth seam. It lets its exceptions propagate. A store offers more by implementing further interfaces:
/// <see cref="IAnsweringLeadSink"/>, <see cref="ILeadUpdater"/>, <see cref="ILeadRemover"/>, or <see cref="IImportLedger"/>.
/// </summary>
/// <remarks>
/// A sink is never called twice at once within an import: each call of <see cref="ISellsyImporter"/> and <see cref="IImportHistory"/> waits for the
/// end of a call of the sink, and disposes an enumeration, before it calls the sink again, whatever the method. So a sink may use one connection, or
/// one context that is not thread-safe, for itself. Calls of a host that overlap use the sink at once if they share it: register a sink that
/// cannot bear this as scoped or transient. While a host enumerates <see cref="IImportHistory.ReadAsync(CancellationToken)"/>, the enumeration of the ledger is open.
/// </remarks>
public interface ILeadSink
{
    /// <summary>
    /// Whether the sink remembers each batch by its import and number: sent again, the batch is not stored again, and its first answers are
    /// returned. An <see cref="ISeparateLedger"/> beside such a sink sends a batch in doubt again; for any other sink it looks up which leads of
    /// the batch are there, and sends the others.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    bool RemembersBatches => false;

    /// <summary>
    /// Whether the sink keeps the Sellsy account with each lead and company, so that contacts of one id under two accounts are two leads. It then
    /// implements the overload of <see cref="FindExistingAsync(string, ImmutableArray{string}, CancellationToken)"/> with an account, and that of
    /// <see cref="ILeadReader.ReadLeadsAsync(string, ImmutableArray{string}, CancellationToken)"/> if it reads leads. An import under an account is
    /// refused for any other sink: <see cref="ErrorCodes.StoreCannot"/>.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    bool KeepsSellsyAccounts => false;

    /// <summary>Finds the contacts that are in Cadence already, for a host with one Sellsy account.</summary>
    /// <param name="sellsyContactIds">The ids asked for, each once; at most a few thousand at a time.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The leads that are there, in any order; those that are absent are left out.</returns>
    ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default);

    /// <summary>Finds the contacts of a Sellsy account that are in Cadence already.</summary>
    /// <param name="sellsyAccount">The account; empty for a host with one account.</param>
    /// <param name="sellsyContactIds">The ids asked for, each once; at most a few thousand at a time.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The leads of this account that are there, in any order; those that are absent are left out.</returns>
    /// <exception cref="SellsyImportException">The sink keeps no accounts: <see cref="ErrorCodes.StoreCannot"/>.</exception>
    ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default)
    {
        ImportStore.ThrowIfNamed(sellsyAccount);
        return FindExistingAsync(sellsyContactIds, cancellationToken);
    }

    /// <summary>
    /// Adds a batch of leads. A sink that <see cref="RemembersBatches"/> stores the batch whole or not at all, together with its import and
    /// number. Any other sink may stop midway with an exception.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Cancels before the batch is committed; afterwards it is ignored.</param>
    /// <returns>What became of each entry, in the order of the batch. A contact that is there already is left as it is.</returns>
    ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default);
}
