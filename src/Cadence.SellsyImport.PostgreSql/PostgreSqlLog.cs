using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The log events of the store. Their ids and names are stable; <c>docs/operations.md</c> lists them.</summary>
internal static partial class PostgreSqlLog
{
    public const string Category = "Cadence.SellsyImport.PostgreSql";

    [LoggerMessage(200, LogLevel.Information, "The tables of version {Version} were created in the schema {Schema} of {Database}.")]
    public static partial void SchemaCreated(this ILogger logger, string database, string schema, int version);

    [LoggerMessage(201, LogLevel.Information, "The tables in the schema {Schema} of {Database} were updated from version {From} to {To}.")]
    public static partial void SchemaUpdated(this ILogger logger, string database, string schema, int from, int to);

    [LoggerMessage(202, LogLevel.Warning, "A session that held the write lock of the schema {Schema}, and was idle for the whole wait, was terminated.")]
    public static partial void SilentWriterTerminated(this ILogger logger, string schema);

    [LoggerMessage(203, LogLevel.Warning, "The answer to a COMMIT was lost ({Error}). The ledger was asked instead; stored: {IsStored}.")]
    public static partial void CommitLookedUp(this ILogger logger, string error, bool isStored);
}
