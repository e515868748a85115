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

    /// <summary>
    /// Whether a batch after the stored ones was begun and its end is not stored: some of its leads may be in Cadence. Only an
    /// <see cref="ISeparateLedger"/> has such batches; the import looks them up when it is resumed, ended or undone.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool HasBatchInDoubt { get; init; }

    /// <summary>Whether a batch was begun at least, so that the plan of the import is final.</summary>
    internal bool HasBegun => Batches > 0 || HasBatchInDoubt;

    /// <summary>The lease under which it is written; null if the lease was given back.</summary>
    public ImportLease? Lease { get; init; }

    /// <summary>The machine whose process holds the lease; null if none does.</summary>
    public string? Node => Lease?.Holder.Split(',')[0];

    /// <summary>
    /// Rows per second from the start of the import to the last renewal of its lease, interruptions included; null if no process writes it, or no batch is
    /// stored.
    /// </summary>
    public double? RowsPerSecond => State == ImportState.Running && Lease is { } lease && Counts.Read > 0 && lease.TakenAt > Import.StartedAt
        ? Counts.Read / (lease.TakenAt - Import.StartedAt).TotalSeconds
        : null;

    /// <summary>
    /// That somebody asked for it to be stopped, while it ran or was undone. It stays until the lease is taken anew: by a resumption, or by an undo.
    /// </summary>
    /// <value>Default: null, nobody asked.</value>
    public CancelRequest? CancelRequest { get; init; }

    /// <summary>When it ended; null while it is not finished, interrupted or undone.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
