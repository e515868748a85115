using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>A row of <c>imports</c>.</summary>
/// <param name="Id">The id of the row.</param>
/// <param name="Import">What it says.</param>
/// <param name="LeaseToken">The token of the lease that was taken last, also where it was given back.</param>
/// <param name="Companies">What became of the companies of an import that is undone.</param>
internal sealed record StoredImport(long Id, LedgerImport Import, string? LeaseToken, UndoneCompanies? Companies)
{
    /// <summary>Whether a request gets the right to write.</summary>
    public bool GivesWayTo(LeaseRequest lease, string? takeOverFrom, DateTimeOffset now) =>
        Import.Lease?.GivesWayTo(lease, takeOverFrom, now) ?? true;

    public bool IsHeldBy(string leaseToken) => Import.Lease is { } held && held.Token == leaseToken;
}
