using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>A lead that an undo could not take back whole. Immutable.</summary>
/// <param name="Row">The one-based number of its row in the file of the import.</param>
/// <param name="SellsyContactId">The identity of the lead; empty if the ledger was asked to forget it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Issues">Why; the field of an issue is one that was kept.</param>
public sealed record UndoneLead(long Row, string SellsyContactId, UndoOutcome Outcome, ImmutableArray<ImportIssue> Issues)
{
    private readonly ValueList<ImportIssue> _issues = Issues;

    /// <summary>Why; the field of an issue is one that was kept.</summary>
    public ImmutableArray<ImportIssue> Issues
    {
        get => _issues;
        init => _issues = value;
    }

    /// <summary>Identifies the row, without any value of the lead.</summary>
    /// <returns>The number of the row and the outcome.</returns>
    public override string ToString() => $"row {Row}: {Outcome}";
}
