using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The ledger entry of a lead that was undone: an <see cref="UndoEntry"/> without the leads themselves.</summary>
internal sealed record UndoneEntry(long Row, string SellsyContactId, UndoOutcome Outcome, string[]? KeptFields, string? ChangedByImport)
{
    public static UndoneEntry Of(UndoEntry entry) =>
        new(entry.Row, entry.SellsyContactId, entry.Outcome, entry.KeptFields.IsEmpty ? null : [.. entry.KeptFields], entry.ChangedByImport);

    public UndoEntry ToEntry() => new(Row, SellsyContactId, Outcome)
    {
        KeptFields = KeptFields is null ? [] : ImmutableArray.Create(KeptFields),
        ChangedByImport = ChangedByImport,
    };
}
