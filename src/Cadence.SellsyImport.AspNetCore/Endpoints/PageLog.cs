using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>What the page logs: never a text of a file, and no message of an exception.</summary>
internal static partial class PageLog
{
    public const string Category = "Cadence.SellsyImport.AspNetCore";

    [LoggerMessage(400, LogLevel.Error, "A request of the import page failed with {Exception}.")]
    public static partial void RequestFailed(this ILogger log, string exception);

    [LoggerMessage(401, LogLevel.Error, "Background work of the import page failed with {Exception}. It is taken up again.")]
    public static partial void WorkFailed(this ILogger log, string exception);

    [LoggerMessage(402, LogLevel.Warning, "A job of the import page could not reach its session: {Exception}. It goes on, and tries again.")]
    public static partial void SessionUnreachable(this ILogger log, string exception);

    [LoggerMessage(403, LogLevel.Error, "OnFinished of the host failed with {Exception}. The import is finished all the same.")]
    public static partial void OnFinishedFailed(this ILogger log, string exception);
}
