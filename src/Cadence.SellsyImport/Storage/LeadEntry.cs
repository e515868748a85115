using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>A lead to be stored. Immutable.</summary>
/// <param name="Row">The one-based number of its row.</param>
/// <param name="Lead">The lead.</param>
/// <param name="Owner">The user who will own it.</param>
public sealed record LeadEntry(long Row, Lead Lead, CadenceUser Owner)
{
    private readonly ValueList<MergedRow> _completedBy;
    private readonly RowOutcome? _outcome;

    /// <summary>What becomes of the row as long as the store does not refuse it.</summary>
    /// <value>Default: <see cref="RowOutcome.Added"/> without <see cref="Before"/>, else <see cref="RowOutcome.Updated"/>.</value>
    public RowOutcome Outcome
    {
        get => _outcome ?? (Before is null ? RowOutcome.Added : RowOutcome.Updated);
        init => _outcome = value;
    }

    /// <summary>
    /// The existing lead that becomes <see cref="Lead"/> if it still has this version; <see langword="null"/> for a lead that is to be
    /// created. Only an <see cref="ILeadUpdater"/> and an <see cref="IImportLedger"/> receive entries with a value here.
    /// </summary>
    public LeadVersion? Before { get; init; }

    /// <summary>The later rows that are part of this lead, where the host merges rows: they are refused with it.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<MergedRow> CompletedBy
    {
        get => _completedBy;
        init => _completedBy = value;
    }

    /// <summary>The rows that are refused with this lead: its own and those that complete it.</summary>
    internal IEnumerable<RefusedRow> RefusedRows(LeadEntryOutcome outcome, ImportIssue? reason = null) =>
        CompletedBy.Select(completing => new RefusedRow(completing.Row, outcome, reason)).Prepend(new(Row, outcome, reason));

    /// <summary>Identifies the row, without any value of the lead.</summary>
    /// <returns>The number of the row.</returns>
    public override string ToString() => $"row {Row}";
}
