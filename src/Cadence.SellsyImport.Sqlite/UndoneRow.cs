using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The stored outcome of a lead that was undone.</summary>
/// <param name="Row">The one-based number of the row.</param>
/// <param name="Id">The Sellsy id of the contact.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Kept">The names of the fields that were kept; <see langword="null"/> for none.</param>
/// <param name="ChangedBy">The later import that changed the lead.</param>
internal readonly record struct UndoneRow(long Row, string Id, UndoOutcome Outcome, ImmutableArray<string>? Kept, string? ChangedBy)
{
    public static UndoneRow Of(UndoEntry entry) =>
        new(entry.Row, entry.SellsyContactId, entry.Outcome, entry.KeptFields.IsEmpty ? null : entry.KeptFields, entry.ChangedByImport);

    public UndoEntry ToEntry() => new(Row, Id, Outcome) { KeptFields = Kept ?? [], ChangedByImport = ChangedBy };
}
