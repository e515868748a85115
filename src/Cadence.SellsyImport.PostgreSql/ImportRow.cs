using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>An import as stored in its table.</summary>
/// <param name="Number">Its number in the table.</param>
/// <param name="Import">The import as the ledger reports it.</param>
/// <param name="LastToken">The token of the last lease, even if it was released.</param>
internal sealed record ImportRow(long Number, LedgerImport Import, string? LastToken)
{
    /// <summary>The rule of <see cref="IImportRecords.StartAsync"/>.</summary>
    public bool CanBeTakenBy(LeaseRequest lease, string? takeOverFrom, DateTimeOffset now) =>
        Import.Lease?.GivesWayTo(lease, takeOverFrom, now) ?? true;

    /// <exception cref="SellsyImportException">Somebody asked for the import to be stopped.</exception>
    public void RequireNotCancelled()
    {
        if (Import.CancelRequest is not null)
        {
            throw new SellsyImportException(ErrorCodes.ImportCancelRequested, Import.Import.ImportId);
        }
    }

    /// <summary>Requires that the caller holds the lease, and that the lease was granted for this kind of work.</summary>
    /// <exception cref="SellsyImportException">Another process holds the lease, or it was granted for something else.</exception>
    public void RequireLease(string token, ImportState? state = null)
    {
        if (Import.Lease?.Token != token || (state is not null && state != Import.State))
        {
            throw new SellsyImportException(ErrorCodes.ImportTakenOver, Import.Import.ImportId);
        }
    }
}
