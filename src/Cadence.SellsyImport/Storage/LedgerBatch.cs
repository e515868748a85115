using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// Consecutive rows of an import and the leads they make: what is stored in one transaction. Immutable.
/// </summary>
/// <param name="Leads">
/// The leads to be created or changed; there may be none. Where the host merges rows, the lead of an earlier row may be among them.
/// </param>
/// <param name="Lease">Renews the lease: its token must be the one the ledger has.</param>
/// <param name="FirstRow">The one-based number of the first row.</param>
/// <param name="RowOutcomes">
/// What becomes of each row from the first one on, one byte each: a <see cref="RowOutcome"/>. Those of the entries hold unless the ledger
/// refuses them.
/// </param>
/// <param name="Next">Where the rows after this batch start, or where the next row would start at the end of the file.</param>
public sealed record LedgerBatch(
    LeadBatch Leads,
    LeaseRequest Lease,
    long FirstRow,
    ReadOnlyMemory<byte> RowOutcomes,
    RowPosition Next)
{
    private readonly ValueBytes _rowOutcomes = RowOutcomes;
    private readonly ValueList<LeadEntry> _refusedLeads;

    /// <summary>What becomes of each row from the first one on, one byte each: a <see cref="RowOutcome"/>.</summary>
    public ReadOnlyMemory<byte> RowOutcomes
    {
        get => _rowOutcomes;
        init => _rowOutcomes = value;
    }

    /// <summary>
    /// Leads that the importer itself refuses, because their owner changed since the preview. The ledger does not write them:
    /// <see cref="RefusedBy"/> and <see cref="CountsOf"/> account for their rows.
    /// </summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadEntry> RefusedLeads
    {
        get => _refusedLeads;
        init => _refusedLeads = value;
    }

    /// <summary>The rows that are refused, given the outcomes of the entries: the rows of refused entries and those that complete them.</summary>
    /// <param name="outcomes">What became of each entry, in the order of the batch.</param>
    /// <returns>The refused rows, each with the outcome that gives the reason.</returns>
    public ImmutableArray<RefusedRow> RefusedBy(ImmutableArray<LeadEntryOutcome> outcomes) =>
        AllRefusedBy([.. outcomes.Select(outcome => new LeadAnswer(outcome))]);

    internal ImmutableArray<RefusedRow> AllRefusedBy(ImmutableArray<LeadAnswer> answers) =>
        Leads.RefusedBy(answers).AddRange(RefusedLeads.SelectMany(lead => lead.RefusedRows(LeadEntryOutcome.OwnerChanged)));

    /// <summary>By how much the counts of the import grow, given the outcomes of the entries.</summary>
    /// <param name="outcomes">What became of each entry, in the order of the batch.</param>
    /// <returns>
    /// The counts to be added. Where a lead is refused that rows of an earlier batch completed, those rows are taken out of their count
    /// again, which may be negative here.
    /// </returns>
    public ImportCounts CountsOf(ImmutableArray<LeadEntryOutcome> outcomes) => CountsOfRows(
        RowOutcomes.Span,
        Leads.Entries.Where((_, index) => outcomes[index] is not (LeadEntryOutcome.Added or LeadEntryOutcome.Updated))
            .Concat(RefusedLeads)
            .SelectMany(lead => lead.CompletedBy.Select(completing => completing.Outcome).Prepend(lead.Outcome)));

    /// <summary>The counts of rows, given their planned outcomes and those of the rows among them, or before them, that are refused.</summary>
    internal static ImportCounts CountsOfRows(ReadOnlySpan<byte> rowOutcomes, IEnumerable<RowOutcome> refused)
    {
        Span<long> counts = stackalloc long[RowOutcomeCount];
        foreach (var outcome in rowOutcomes)
        {
            counts[outcome]++;
        }

        foreach (var outcome in refused)
        {
            counts[(int)outcome]--;
            counts[(int)RowOutcome.Error]++;
        }

        return new(
            rowOutcomes.Length,
            counts[(int)RowOutcome.Added],
            counts[(int)RowOutcome.Updated],
            counts[(int)RowOutcome.Unchanged],
            counts[(int)RowOutcome.Skipped],
            counts[(int)RowOutcome.Error]);
    }

    /// <summary>Describes the batch, without any value of its leads.</summary>
    /// <returns>The import's id and the number.</returns>
    public override string ToString() => Leads.ToString();

    private const int RowOutcomeCount = (int)RowOutcome.Error + 1;
}
