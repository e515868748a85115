using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>Removes a person, or old imports, from a state.</summary>
internal static class MemoryForgetting
{
    public static IEnumerable<ImportedRow> RowsOf(MemoryState state, string account, string id) =>
        from import in state.Imports
        where !import.IsPurged && import.Account == account
        from batch in import.Batches
        from change in batch.Changes
        where change.SellsyContactId == id
        select new ImportedRow(import.Id, change.Row);

    public static (MemoryState State, long Rows) Forget(MemoryState state, string account, string id) =>
        (state with { Imports = [.. state.Imports.Select(import => import.Account == account ? Without(import, id) : import)] },
        RowsOf(state, account, id).LongCount());

    /// <summary>What a purged import changed stays known to the undo of others, without its values.</summary>
    public static (MemoryState State, int Imports) Purge(MemoryState state, DateTimeOffset before)
    {
        var old = state.Imports.FindAll(import => !import.IsPurged
            && import.Import is { State: ImportState.Finished or ImportState.Ended or ImportState.Undone, EndedAt: { } end } && end < before);
        var purged = old.Aggregate(state, (left, import) => left.With(import with
        {
            IsPurged = true,
            Plan = default,
            Records = ImmutableSortedDictionary<int, BatchRecord>.Empty,
            Batches = [.. import.Batches.Select(batch => batch with { Changes = [.. batch.Changes.Select(change => change with { Before = null, After = null })] })],
        }));
        return (purged, old.Count);
    }

    public static (MemoryState State, bool IsReplaced) ReplacePlan(
        MemoryState state, string importId, ReadOnlyMemory<byte> plan, ReadOnlyMemory<byte> replacement) =>
        state.Find(importId) is { } import && import.Plan.Span.SequenceEqual(plan.Span)
            ? (state.With(import with { Plan = replacement.ToArray() }), true)
            : (state, false);

    public static (MemoryState State, bool IsReplaced) ReplaceContent(MemoryState state, BatchRecord batch, ReadOnlyMemory<byte> content) =>
        state.Find(batch.ImportId) is { } import
            && import.Records.TryGetValue(batch.Number, out var there)
            && there.Stage == batch.Stage
            && there.Content.Span.SequenceEqual(batch.Content.Span)
            ? (state.With(import with { Records = import.Records.SetItem(batch.Number, there with { Content = content.ToArray() }) }), true)
            : (state, false);

    private static MemoryImport Without(MemoryImport import, string id) =>
        import with { Batches = [.. import.Batches.Select(batch => Without(batch, id))] };

    private static MemoryBatch Without(MemoryBatch batch, string id) => batch with
    {
        Changes = [.. batch.Changes.Select(change => change.SellsyContactId == id ? new(change.Row, "", null, null) : change)],
        Undone = batch.Undone is { } undone ? [.. undone.Select(entry => entry.SellsyContactId == id ? entry with { SellsyContactId = "" } : entry)] : null,
    };
}
