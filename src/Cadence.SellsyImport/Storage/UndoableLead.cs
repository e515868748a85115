namespace Cadence.SellsyImport.Storage;

/// <summary>What a batch did to a lead, and how the lead stands now. Immutable.</summary>
/// <param name="Row">The one-based number of the row that did it.</param>
/// <param name="SellsyContactId">The identity of the lead; empty if the ledger was asked to forget it.</param>
public sealed record UndoableLead(long Row, string SellsyContactId)
{
    /// <summary>The lead before the batch; <see langword="null"/> where the batch created it.</summary>
    public LeadVersion? Before { get; init; }

    /// <summary>The lead as the batch left it; only where it changed the lead. Its version is that after the change.</summary>
    public LeadVersion? After { get; init; }

    /// <summary>The lead as it stands now; <see langword="null"/> if it no longer exists.</summary>
    public LeadVersion? Current { get; init; }

    /// <summary>
    /// Whether anybody but an import or an undo ever changed the lead since it was created, its running cadences included. It decides for a
    /// lead that the batch created.
    /// </summary>
    public bool IsEdited { get; init; }

    /// <summary>The id of the latest other import that changed the lead after this one and is not undone; null if there is none.</summary>
    public string? ChangedByImport { get; init; }

    internal bool IsForgotten => SellsyContactId.Length == 0;

    /// <summary>Identifies the row, without any value of the lead.</summary>
    /// <returns>The number of the row.</returns>
    public override string ToString() => $"row {Row}";
}
