using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// A plain sink that can also remove leads. Its answers have no versions: whether a lead stands as it was written is decided by its values. Thread-safe.
/// </summary>
public sealed class PlainRemovingSink : PlainSinkBase, ILeadRemover
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        ReadAsync(sellsyContactIds, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(
        ImportInfo import,
        ImmutableArray<LeadVersion> leads,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(leads, cancellationToken);
}
