using System.Collections.Immutable;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Leads that later rows of the file complete: each is held from its own row until the last row that completes it, so that it is written
/// whole. Memory grows with the leads between, not with the file.
/// </summary>
internal sealed class MergingLeads(PlanVerdicts verdicts)
{
    private readonly Dictionary<long, LeadEntry> _held = [];
    private readonly Dictionary<long, ImmutableArray<MergedRow>.Builder> _completing = [];

    /// <summary>Holds a lead that later rows complete.</summary>
    public bool TryHold(LeadEntry entry)
    {
        var holds = verdicts.TryGetMerged(entry.Row, out _);
        if (holds)
        {
            _held.Add(entry.Row, entry);
            _completing.Add(entry.Row, ImmutableArray.CreateBuilder<MergedRow>());
        }

        return holds;
    }

    /// <summary>Completes the lead of an earlier row.</summary>
    /// <param name="held">The lead.</param>
    /// <param name="row">The row that completes it.</param>
    /// <param name="by">The values of the row.</param>
    /// <param name="planned">The outcome of the row in the plan, for a lead that is in Cadence; otherwise null.</param>
    /// <returns>
    /// The planned outcome if there is one; otherwise <see cref="RowOutcome.Updated"/> if the row added something, or
    /// <see cref="RowOutcome.Unchanged"/> if not.
    /// </returns>
    public RowOutcome Complete(LeadEntry held, long row, Lead by, RowOutcome? planned)
    {
        var completed = LeadMerge.Complete(held.Lead, by);
        var outcome = planned ?? (completed == held.Lead ? RowOutcome.Unchanged : RowOutcome.Updated);
        _held[held.Row] = held with { Lead = completed };
        _completing[held.Row].Add(new(row, outcome));
        return outcome;
    }

    /// <summary>The held lead that a row completes, or null if it was not ticked.</summary>
    public LeadEntry? HeldFor(long row) => verdicts.TryGetWinner(row, out var into) ? _held.GetValueOrDefault(into) : null;

    /// <summary>Releases the lead that a row was the last to complete.</summary>
    public LeadEntry? Release(long row)
    {
        if (!verdicts.TryGetWinner(row, out var into) || !verdicts.TryGetMerged(into, out var rows) || rows[^1] != row)
        {
            return null;
        }

        return _held.Remove(into, out var entry) && _completing.Remove(into, out var completing)
            ? entry with { CompletedBy = completing.DrainToImmutable() }
            : null;
    }
}
