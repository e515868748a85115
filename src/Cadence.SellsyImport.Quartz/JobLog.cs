using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Quartz;

/// <summary>The log events of the jobs, 300 to 399.</summary>
internal static partial class JobLog
{
    public const string Category = "Cadence.SellsyImport.Quartz";

    [LoggerMessage(300, LogLevel.Information, "Import {ImportId} was enqueued.")]
    public static partial void Enqueued(this ILogger log, string importId);

    [LoggerMessage(301, LogLevel.Information, "The work {Work} of import {ImportId} is done.")]
    public static partial void Done(this ILogger log, string importId, ImportWork work);

    [LoggerMessage(302, LogLevel.Error, "The work {Work} of import {ImportId} has failed: {Error}. It is not tried again.")]
    public static partial void Failed(this ILogger log, string importId, ImportWork work, string error);

    [LoggerMessage(303, LogLevel.Warning, "Try {Attempt} of import {ImportId} did not succeed: {Error}. It is tried again.")]
    public static partial void TryFailed(this ILogger log, string importId, int attempt, string error);

    [LoggerMessage(304, LogLevel.Warning, "Import {ImportId} waits for its server: {Error}. It is tried again.")]
    public static partial void Unreachable(this ILogger log, string importId, string error);

    [LoggerMessage(305, LogLevel.Information, "Import {ImportId} is held by {Holder}; it is tried again at {At}.")]
    public static partial void WaitsForLease(this ILogger log, string importId, string holder, DateTimeOffset at);

    [LoggerMessage(306, LogLevel.Warning, "Import {ImportId} was unfinished and had no job; it has one again.")]
    public static partial void FoundWithoutJob(this ILogger log, string importId);

    [LoggerMessage(307, LogLevel.Error, "The sweep did not succeed: {Error}. It is tried again.")]
    public static partial void SweepFailed(this ILogger log, string error);

    [LoggerMessage(308, LogLevel.Information, "Try {Attempt} of import {ImportId} runs on node {Node}.")]
    public static partial void Runs(this ILogger log, string importId, int attempt, string node);

    [LoggerMessage(309, LogLevel.Error, "The recurring import {Name} enqueued nothing: {Error}. What it found stays where it is.")]
    public static partial void RecurringAlarm(this ILogger log, string name, string error);

    [LoggerMessage(310, LogLevel.Warning, "{Count} sessions that held locks of the schema {Schema}, and were silent for as long as a lost node, were terminated.")]
    public static partial void SilentSessionsTerminated(this ILogger log, long count, string schema);
}
