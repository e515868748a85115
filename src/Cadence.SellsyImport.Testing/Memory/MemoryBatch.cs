using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>A batch of the ledger. Immutable.</summary>
/// <param name="Stored">The stored data of its rows.</param>
/// <param name="Outcomes">The outcomes of its entries.</param>
/// <param name="Changes">Its changes to leads, in the order of their rows.</param>
/// <param name="StoredAt">The number of the change that stored it.</param>
internal sealed record MemoryBatch(
    StoredBatch Stored,
    ImmutableArray<LeadEntryOutcome> Outcomes,
    ImmutableArray<MemoryChange> Changes,
    long StoredAt)
{
    /// <summary>The outcomes of its leads when it was undone; null before.</summary>
    public ImmutableArray<UndoEntry>? Undone { get; init; }
}
