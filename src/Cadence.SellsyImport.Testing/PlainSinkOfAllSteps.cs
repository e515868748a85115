using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>A <see cref="PlainSink"/> that can also change and remove leads, and whose answers have versions. Thread-safe.</summary>
public class PlainSinkOfAllSteps : PlainUpdatingSink, ILeadRemover, IAnsweringLeadSink
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return EachAsync(batch.Entries, Add, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(
        ImportInfo import,
        ImmutableArray<LeadVersion> leads,
        CancellationToken cancellationToken = default) =>
        EachAsync(leads, Remove, cancellationToken);
}
