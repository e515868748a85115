using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>A batch of the ledger. Immutable.</summary>
/// <param name="Stored">What is remembered of its rows.</param>
/// <param name="Outcomes">What became of its entries.</param>
/// <param name="Changes">What it did to leads, in the order of their rows.</param>
/// <param name="StoredAt">The number of the change that stored it.</param>
internal sealed record MemoryBatch(
    StoredBatch Stored,
    ImmutableArray<LeadEntryOutcome> Outcomes,
    ImmutableArray<MemoryChange> Changes,
    long StoredAt)
{
    /// <summary>What became of its leads when it was undone; none while it is not.</summary>
    public ImmutableArray<UndoEntry>? Undone { get; init; }
}
