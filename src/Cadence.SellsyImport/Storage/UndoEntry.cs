using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>What is done to undo a lead. Immutable.</summary>
/// <param name="Row">The one-based number of the row that created or changed the lead.</param>
/// <param name="SellsyContactId">The identity of the lead; empty if the ledger was asked to forget it.</param>
/// <param name="Outcome">What is done.</param>
public sealed record UndoEntry(long Row, string SellsyContactId, UndoOutcome Outcome)
{
    private readonly ValueList<string> _keptFields;

    /// <summary>
    /// The lead as it stands now, for <see cref="UndoOutcome.Removed"/> and <see cref="UndoOutcome.Restored"/>: it is touched only where it
    /// still has this version. A ledger does not remember it.
    /// </summary>
    public LeadVersion? Current { get; init; }

    /// <summary>The lead as it is to become, for <see cref="UndoOutcome.Restored"/>. A ledger does not remember it.</summary>
    public LeadVersion? Restored { get; init; }

    /// <summary>The names of the fields that were kept because they were changed since.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<string> KeptFields
    {
        get => _keptFields;
        init => _keptFields = value;
    }

    /// <summary>The later import that had changed the lead, and was not undone, when this was decided; null if there was none.</summary>
    public string? ChangedByImport { get; init; }

    /// <summary>Identifies the row, without any value of the lead.</summary>
    /// <returns>The number of the row and the outcome.</returns>
    public override string ToString() => $"row {Row}: {Outcome}";
}
