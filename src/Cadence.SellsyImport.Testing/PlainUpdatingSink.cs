using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>A plain sink that can also change leads. Thread-safe.</summary>
public sealed class PlainUpdatingSink : PlainSinkBase, ILeadUpdater
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        ReadAsync(sellsyContactIds, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        ChangeAsync(batch, cancellationToken);
}
