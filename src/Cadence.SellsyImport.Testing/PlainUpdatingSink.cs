using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>A <see cref="PlainSink"/> that can also change leads. Thread-safe.</summary>
public class PlainUpdatingSink : PlainSink, ILeadUpdater
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        ReadAsync(sellsyContactIds, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return EachAsync(batch.Entries, Update, cancellationToken);
    }
}
