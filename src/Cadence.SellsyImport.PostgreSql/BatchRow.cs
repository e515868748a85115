using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>What the ledger remembers of a batch.</summary>
/// <param name="Import">The number of its import.</param>
/// <param name="Leads">The leads as they were handed over.</param>
/// <param name="Ledger">Its rows and the place to go on from; none where it came without a plan.</param>
/// <param name="EntryOutcomes">What became of the leads.</param>
/// <param name="Created">Those that were created.</param>
internal sealed record BatchRow(
    long Import,
    LeadBatch Leads,
    LedgerBatch? Ledger,
    ImmutableArray<LeadEntryOutcome> EntryOutcomes,
    List<LeadToWrite> Created)
{
    /// <summary>The renewed lease; only where the batch came with a plan.</summary>
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
