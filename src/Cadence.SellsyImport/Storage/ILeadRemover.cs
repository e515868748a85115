using System.Collections.Immutable;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// A step that a sink may offer beside <see cref="ILeadSink"/>: it removes leads. With it and a ledger an undo can remove the leads that the import
/// created. An undo asks only for leads that stand as the import wrote them: with the version that <see cref="LeadAnswer.Version"/> gave, or with
/// the same values. Its exceptions propagate.
/// </summary>
public interface ILeadRemover : ILeadReader
{
    /// <summary>Removes leads, each provided that it still has the version that was read.</summary>
    /// <param name="import">The import that created them and is being undone.</param>
    /// <param name="leads">The leads as they were read.</param>
    /// <param name="cancellationToken">Cancels before a lead is removed; afterwards it is ignored.</param>
    /// <returns>
    /// For each lead, in the order asked: <see cref="UndoOutcome.Removed"/>; <see cref="UndoOutcome.Vanished"/> where it is no longer there;
    /// <see cref="UndoOutcome.Kept"/> where it has another version, or a cadence that was started since, or the host does not let it go.
    /// </returns>
    ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(
        ImportInfo import,
        ImmutableArray<LeadVersion> leads,
        CancellationToken cancellationToken = default);
}
