using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.EntityFrameworkCore.Ledger;

/// <summary>A row of the table of imports. Times are in UTC.</summary>
internal sealed class StoredImport
{
    public long Id { get; set; }

    public required string ImportId { get; set; }

    public required string FileName { get; set; }

    public required string FileHash { get; set; }

    public string? FileLocation { get; set; }

    public required string MappingHash { get; set; }

    public ExistingLeadPolicy ExistingLeads { get; set; }

    public required string PlanHash { get; set; }

    public DateTime StartedAt { get; set; }

    public string? StartedBy { get; set; }

    public string? Customer { get; set; }

    public string SellsyAccount { get; set; } = "";

    public ImportState State { get; set; }

    public long RowsRead { get; set; }

    public long Added { get; set; }

    public long Updated { get; set; }

    public long Unchanged { get; set; }

    public long Skipped { get; set; }

    public long Errors { get; set; }

    /// <summary>How many batches are written.</summary>
    public int Batches { get; set; }

    public long? NextRow { get; set; }

    public long? NextLine { get; set; }

    public long? NextByte { get; set; }

    /// <summary>The token of the last lease, even if it was released.</summary>
    public string? LeaseToken { get; set; }

    public string? LeaseHolder { get; set; }

    public DateTime? LeaseTakenAt { get; set; }

    /// <summary>When the lease expires; null if it was released.</summary>
    public DateTime? LeaseExpiresAt { get; set; }

    public DateTime? CancelRequestedAt { get; set; }

    public string? CancelRequestedBy { get; set; }

    public DateTime? EndedAt { get; set; }

    public static StoredImport Of(ImportStart start)
    {
        var import = start.Import;
        return new()
        {
            ImportId = import.ImportId,
            FileName = import.FileName,
            FileHash = import.FileHash,
            FileLocation = import.FileLocation,
            MappingHash = import.MappingHash,
            ExistingLeads = import.ExistingLeads,
            PlanHash = start.PlanHash,
            StartedAt = import.StartedAt.UtcDateTime,
            StartedBy = import.StartedBy,
            Customer = import.Customer,
            SellsyAccount = import.SellsyAccount,
        };
    }

    public bool IsHeldBy(string leaseToken) => LeaseExpiresAt is not null && LeaseToken == leaseToken;

    public bool GivesWayTo(LeaseRequest request, string? takeOverFrom, DateTimeOffset now) =>
        Lease?.GivesWayTo(request, takeOverFrom, now) ?? true;

    /// <summary>Grants the lease. A request to stop was made to the holder before.</summary>
    public void Take(ImportLease lease, ImportState state)
    {
        if (LeaseToken != lease.Token)
        {
            (CancelRequestedAt, CancelRequestedBy) = (null, null);
        }

        Renew(lease);
        State = state;
        EndedAt = null;
    }

    public void Renew(ImportLease lease) =>
        (LeaseToken, LeaseHolder, LeaseTakenAt, LeaseExpiresAt) = (lease.Token, lease.Holder, lease.TakenAt.UtcDateTime, lease.ExpiresAt.UtcDateTime);

    /// <returns>Whether the request is new, and there is somebody to be stopped.</returns>
    public bool RequestCancel(CancelRequest request)
    {
        if (State is not (ImportState.Running or ImportState.Undoing) || LeaseExpiresAt is null || CancelRequestedAt is not null)
        {
            return false;
        }

        (CancelRequestedAt, CancelRequestedBy) = (request.RequestedAt.UtcDateTime, request.RequestedBy);
        return true;
    }

    /// <exception cref="SellsyImportException">Somebody asked for the import to be stopped.</exception>
    public void RequireNotCancelled()
    {
        if (CancelRequestedAt is not null)
        {
            throw new SellsyImportException(ErrorCodes.ImportCancelRequested, ImportId);
        }
    }

    /// <summary>Adds the counts of a batch.</summary>
    public void Advance(int batch, ImportCounts counts)
    {
        Batches = Math.Max(Batches, batch);
        RowsRead += counts.Read;
        Added += counts.Added;
        Updated += counts.Updated;
        Unchanged += counts.Unchanged;
        Skipped += counts.Skipped;
        Errors += counts.Errors;
    }

    public void ContinueAt(RowPosition next) => (NextRow, NextLine, NextByte) = (next.Number, next.Line, next.ByteOffset);

    /// <summary>Releases the lease. Its token stays, so that the same holder can report the end twice.</summary>
    public void End(ImportState state, DateTimeOffset? endedAt)
    {
        State = state;
        EndedAt = endedAt?.UtcDateTime;
        (LeaseHolder, LeaseTakenAt, LeaseExpiresAt) = (null, null, null);
    }

    public LedgerImport ToImport(bool hasBatchInDoubt) => new(
        new(ImportId, FileName, FileHash, MappingHash, StartedAt)
        {
            StartedBy = StartedBy,
            Customer = Customer,
            SellsyAccount = SellsyAccount,
            FileLocation = FileLocation,
            ExistingLeads = ExistingLeads,
        },
        PlanHash,
        State,
        new(RowsRead, Added, Updated, Unchanged, Skipped, Errors))
    {
        Batches = Batches,
        Next = NextRow is { } row ? new(row, NextLine!.Value, NextByte!.Value) : null,
        HasBatchInDoubt = hasBatchInDoubt,
        Lease = Lease,
        CancelRequest = CancelRequestedAt is { } requested ? new(requested, CancelRequestedBy) : null,
        EndedAt = EndedAt,
    };

    private ImportLease? Lease => LeaseExpiresAt is { } expires ? new(LeaseToken!, LeaseHolder!, LeaseTakenAt!.Value, expires) : null;
}
