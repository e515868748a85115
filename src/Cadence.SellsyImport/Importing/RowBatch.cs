using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// Consecutive rows of the file, passed from reading to writing: the planned outcome of every row, and the leads that the rows produce.
/// </summary>
/// <param name="FirstRow">The number of the first row.</param>
/// <param name="Outcomes">The outcome of each row, one byte each; those of the entries hold unless the store refuses them.</param>
/// <param name="Entries">The leads to be written.</param>
/// <param name="Refused">The leads that are not given to the store, because their owner changed since the preview.</param>
/// <param name="Next">Where the rows after the run start.</param>
internal sealed record RowBatch(long FirstRow, byte[] Outcomes, ImmutableArray<LeadEntry> Entries, ImmutableArray<LeadEntry> Refused, RowPosition Next)
{
    /// <summary>The rows of the leads that are not given to the store.</summary>
    public IEnumerable<RefusedRow> RefusedRows => Refused.SelectMany(lead => lead.RefusedRows(LeadEntryOutcome.OwnerChanged));

    public long LastRow => FirstRow + Outcomes.Length - 1;
}
