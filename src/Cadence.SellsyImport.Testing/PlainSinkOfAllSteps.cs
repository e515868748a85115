using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>A plain sink that can also change and remove leads, and whose answers have versions. Thread-safe.</summary>
public sealed class PlainSinkOfAllSteps : PlainSinkBase, IAnsweringLeadSink, ILeadUpdater, ILeadRemover
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        ReadAsync(sellsyContactIds, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        AddWithVersionsAsync(batch, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        ChangeAsync(batch, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(
        ImportInfo import,
        ImmutableArray<LeadVersion> leads,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(leads, cancellationToken);
}
