using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>The history of imports, where the store of the host has one.</summary>
internal static class Histories
{
    /// <summary>The report of an import; null where the store keeps none.</summary>
    public static async ValueTask<ImportReport?> ReportAsync(IServiceProvider services, string importId, CancellationToken cancellationToken)
    {
        try
        {
            return await services.GetRequiredService<IImportHistory>().ReadReportAsync(importId, cancellationToken).ConfigureAwait(false);
        }
        catch (SellsyImportException exception) when (exception.Code is ErrorCodes.StoreCannot or ErrorCodes.ImportUnknown)
        {
            return null;
        }
    }
}
