using System.Collections.Immutable;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// A step that a sink may offer beside <see cref="ILeadSink"/>: it reads whole leads. <see cref="ILeadUpdater"/>, <see cref="ILeadRemover"/> and
/// <see cref="IImportLedger"/> need it. Its exceptions propagate.
/// </summary>
public interface ILeadReader
{
    /// <summary>Reads leads that are there, whole, with the version by which a later change is noticed.</summary>
    /// <param name="sellsyContactIds">The ids asked for, each once; at most a few thousand at a time.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The leads that are there, in any order; those that are absent are left out.</returns>
    ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default);

    /// <summary>Reads leads of a Sellsy account that are there, whole, each with <see cref="Lead.SellsyAccount"/>.</summary>
    /// <param name="sellsyAccount">The account; empty for a host with one account.</param>
    /// <param name="sellsyContactIds">The ids asked for, each once; at most a few thousand at a time.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The leads of this account that are there, in any order; those that are absent are left out.</returns>
    /// <exception cref="SellsyImportException">The sink keeps no accounts: <see cref="ErrorCodes.StoreCannot"/>.</exception>
    ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default)
    {
        ImportStore.ThrowIfNamed(sellsyAccount);
        return ReadLeadsAsync(sellsyContactIds, cancellationToken);
    }
}
