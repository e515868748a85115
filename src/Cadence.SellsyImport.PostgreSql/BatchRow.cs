using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The ledger entry of a batch.</summary>
/// <param name="Import">The number of its import.</param>
/// <param name="Leads">The leads as the caller passed them.</param>
/// <param name="Ledger">Its rows and the position to continue from; null for a batch without a plan.</param>
/// <param name="EntryOutcomes">The outcomes of the leads.</param>
/// <param name="Created">The created leads.</param>
internal sealed record BatchRow(
    long Import,
    LeadBatch Leads,
    LedgerBatch? Ledger,
    ImmutableArray<LeadEntryOutcome> EntryOutcomes,
    List<LeadToWrite> Created)
{
    /// <summary>The renewed lease; null for a batch without a plan.</summary>
    public ImportLease? Lease { get; init; }

    public long FirstRow => Ledger?.FirstRow ?? (Leads.Entries.IsEmpty ? 0 : Leads.Entries[0].Row);

    public ImmutableArray<RefusedRow> Refused => Ledger?.RefusedBy(EntryOutcomes) ?? [];

    /// <summary>By how much the counts of the import grow; without a plan, each lead is a row.</summary>
    public ImportCounts Counts => Ledger?.CountsOf(EntryOutcomes)
        ?? new(EntryOutcomes.Length, Created.Count, Updated: 0, Unchanged: 0, Skipped: 0, EntryOutcomes.Length - Created.Count);

    public byte[] Outcomes()
    {
        var outcomes = new byte[EntryOutcomes.Length];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = (byte)EntryOutcomes[i];
        }

        return outcomes;
    }
}
