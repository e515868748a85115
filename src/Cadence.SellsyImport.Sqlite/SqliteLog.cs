using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The log events of the store. Their ids and names are stable; <c>docs/operations.md</c> lists them.</summary>
internal static partial class SqliteLog
{
    public const string Category = "Cadence.SellsyImport.Sqlite";

    [LoggerMessage(100, LogLevel.Information, "The tables of version {Version} were created in the database {Database}.")]
    public static partial void SchemaCreated(this ILogger logger, string database, int version);

    [LoggerMessage(101, LogLevel.Information, "The tables of the database {Database} were updated from version {From} to {To}.")]
    public static partial void SchemaUpdated(this ILogger logger, string database, long from, int to);

    [LoggerMessage(102, LogLevel.Information, "The indexes of companies in the database {Database}, which an interrupted import had removed, were built again.")]
    public static partial void IndexesRebuilt(this ILogger logger, string database);
}
