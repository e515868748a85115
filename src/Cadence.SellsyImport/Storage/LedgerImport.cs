using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Storage;

/// <summary>An import as it stands in the ledger. Immutable.</summary>
/// <param name="Import">The import.</param>
/// <param name="PlanHash">The hash that <see cref="ImportStart.PlanHash"/> gave.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Counts">What became of the rows whose batches are stored; all zero before the first batch.</param>
public sealed record LedgerImport(ImportInfo Import, string PlanHash, ImportState State, ImportCounts Counts)
{
    /// <summary>How many batches are stored: they are numbered from 1 to this.</summary>
    public int Batches { get; init; }

    /// <summary>Where the rows after the last stored batch start; null before the first batch.</summary>
    public RowPosition? Next { get; init; }

    /// <summary>The lease under which it is written; null if the lease was given back.</summary>
    public ImportLease? Lease { get; init; }

    /// <summary>When it ended; null while it is not finished, interrupted or undone.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
