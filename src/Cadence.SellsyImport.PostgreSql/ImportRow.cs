using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>An import as it stands in its table.</summary>
/// <param name="Number">Its number in the table.</param>
/// <param name="Import">What is told of it.</param>
/// <param name="LastToken">The token of the lease that was taken last, also where it was given back.</param>
internal sealed record ImportRow(long Number, LedgerImport Import, string? LastToken)
{
    /// <summary>The rule of <see cref="IImportLedger.StartAsync"/>.</summary>
    public bool CanBeTakenBy(LeaseRequest lease, string? takeOverFrom, DateTimeOffset now) =>
        Import.Lease?.GivesWayTo(lease, takeOverFrom, now) ?? true;

    /// <summary>Only who holds the lease writes, and only what the lease was taken for.</summary>
    /// <exception cref="SellsyImportException">The lease is another's, or is for something else.</exception>
    public void RequireLease(string token, ImportState? state = null)
    {
        if (Import.Lease?.Token != token || (state is not null && state != Import.State))
        {
            throw new SellsyImportException(ErrorCodes.ImportTakenOver, Import.Import.ImportId);
        }
    }
}
