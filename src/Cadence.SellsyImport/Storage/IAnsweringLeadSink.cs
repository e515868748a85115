using System.Collections.Immutable;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// A sink that can refuse a single lead with a reason of its own, such as a rule of the host's database or the answer of an API. The other leads
/// of the batch are stored.
/// </summary>
public interface IAnsweringLeadSink : ILeadSink
{
    /// <summary>Adds a batch of leads, as <see cref="ILeadSink.AddAsync"/>, and answers for each with its reason.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Cancels before the batch is stored; afterwards it is ignored.</param>
    /// <returns>What became of each entry, in the order of the batch.</returns>
    ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    async ValueTask<ImmutableArray<LeadEntryOutcome>> ILeadSink.AddAsync(LeadBatch batch, CancellationToken cancellationToken) =>
        [.. (await AddLeadsAsync(batch, cancellationToken).ConfigureAwait(false)).Select(answer => answer.Outcome)];
}
