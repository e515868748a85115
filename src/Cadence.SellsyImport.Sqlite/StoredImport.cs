using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>A row of <c>imports</c>.</summary>
/// <param name="Id">The id of the row.</param>
/// <param name="Import">The import as the ledger reports it.</param>
/// <param name="LeaseToken">The token of the last lease, even if it was released.</param>
/// <param name="Companies">The outcome for the companies of an undone import.</param>
internal sealed record StoredImport(long Id, LedgerImport Import, string? LeaseToken, UndoneCompanies? Companies)
{
    /// <summary>Whether a request is granted the lease.</summary>
    public bool GivesWayTo(LeaseRequest lease, string? takeOverFrom, DateTimeOffset now) =>
        Import.Lease?.GivesWayTo(lease, takeOverFrom, now) ?? true;

    public bool IsHeldBy(string leaseToken) => Import.Lease is { } held && held.Token == leaseToken;
}
