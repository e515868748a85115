using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>What the page logs: never a text of a file, and no message of an exception.</summary>
internal static partial class PageLog
{
    [LoggerMessage(300, LogLevel.Error, "A request of the import page failed with {Exception}.")]
    public static partial void RequestFailed(this ILogger log, string exception);
}
