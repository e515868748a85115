using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Creates the tables in a new database, updates those of earlier versions, and refuses any other database.</summary>
internal static class DatabaseSchema
{
    public const int Version = 5;

    /// <summary>The oldest version that can be updated; its tables have the same columns.</summary>
    private const int OldestVersion = 2;

    /// <summary>Marks the databases of this library: the ASCII letters <c>CdSi</c>.</summary>
    public const int ApplicationId = 0x43645369;

    /// <summary>
    /// Twice SQLite's default page size: half as many pages to find, write to the log and copy from there. A larger page would gain little more
    /// and make every later change of a single lead more expensive.
    /// </summary>
    public const int PageBytes = 8 * 1024;

    private const int AttemptsToSwitchToWal = 20;

    public static void Ensure(sqlite3 connection, string path, ILogger log)
    {
        if (VersionOf(connection, path) == 0)
        {
            DatabaseConnection.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = {PageBytes}"));
            SwitchToWal(connection);
            if (TryWrite(connection, path, from: 0, SchemaScript.Text + SchemaScript.FromVersion4))
            {
                log.SchemaCreated(path, Version);
            }
        }

        var found = VersionOf(connection, path);
        SchemaCheck.Run(connection, path, found);
        var isUpdated = found switch
        {
            2 => TryWrite(connection, path, from: 2, SchemaScript.FromVersion2 + SchemaScript.FromVersion3 + SchemaScript.FromVersion4),
            3 => TryWrite(connection, path, from: 3, SchemaScript.FromVersion3 + SchemaScript.FromVersion4),
            4 => TryWrite(connection, path, from: 4, SchemaScript.FromVersion4),
            _ => false,
        };
        if (isUpdated)
        {
            log.SchemaUpdated(path, found, Version);
        }
    }

    /// <summary>Builds the indexes that an interrupted import removed and did not rebuild.</summary>
    public static void EnsureIndexes(sqlite3 connection, string path, ILogger log)
    {
        if (!CompanyIndexes.AreThere(connection))
        {
            DatabaseConnection.Execute(connection, "BEGIN IMMEDIATE");
            CompanyIndexes.Build(connection);
            DatabaseConnection.Execute(connection, "COMMIT");
            log.IndexesRebuilt(path);
        }
    }

    /// <summary>
    /// Refuses a database of an unknown version, as <see cref="Ensure"/> does, and changes nothing. One of an earlier version is read as it is.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="path">The path, for errors.</param>
    /// <param name="isOlder">Whether the tables are of an earlier version.</param>
    /// <returns>
    /// Whether the tables exist. They do not if the file is empty or its first writer was killed before it committed them.
    /// </returns>
    public static bool HasTables(sqlite3 connection, string path, out bool isOlder)
    {
        var version = VersionOf(connection, path);
        isOlder = version < Version;
        if (version == 0)
        {
            return false;
        }

        SchemaCheck.Run(connection, path, version);
        return true;
    }

    /// <summary>Changes the schema in one transaction, unless another process has done so while this one waited.</summary>
    private static bool TryWrite(sqlite3 connection, string path, long from, string script)
    {
        DatabaseConnection.Execute(connection, "BEGIN IMMEDIATE");
        var isWritten = VersionOf(connection, path) == from;
        if (isWritten)
        {
            DatabaseConnection.Execute(connection, script);
            DatabaseConnection.Execute(connection, string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};"));
        }

        DatabaseConnection.Execute(connection, "COMMIT");
        return isWritten;
    }

    /// <summary>The version of the tables: <see cref="OldestVersion"/> to <see cref="Version"/>, or 0 if there are no tables.</summary>
    private static long VersionOf(sqlite3 connection, string path)
    {
        // One statement, so that another process that creates the tables is seen before or after, never halfway.
        using var statement = new SqliteStatement(
            connection,
            """
            SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
            FROM pragma_application_id, pragma_user_version
            """);
        statement.Read();
        var (application, version, tables) = (statement.Number(0), statement.Number(1), statement.Number(2));
        if (application == ApplicationId && version is >= OldestVersion and <= Version)
        {
            return version;
        }

        if (application == 0 && version == 0 && tables == 0)
        {
            return 0;
        }

        throw application == ApplicationId
            ? new SellsyImportException(
                ErrorCodes.DatabaseOfAnotherVersion,
                path,
                version.ToString(CultureInfo.InvariantCulture),
                Version.ToString(CultureInfo.InvariantCulture))
            : new SellsyImportException(
                ErrorCodes.DatabaseOfAnotherVersion,
                path,
                application.ToString(CultureInfo.InvariantCulture),
                version.ToString(CultureInfo.InvariantCulture),
                "application");
    }

    // Unlike every other statement, the switch does not wait for other connections; a write transaction does.
    private static void SwitchToWal(sqlite3 connection)
    {
        for (var attempt = 1; ; attempt++)
        {
            var code = raw.sqlite3_exec(connection, "PRAGMA journal_mode = WAL");
            if (code == raw.SQLITE_OK)
            {
                return;
            }

            if (code != raw.SQLITE_BUSY || attempt == AttemptsToSwitchToWal)
            {
                SqliteException.ThrowExceptionForRC(code, connection);
            }

            DatabaseConnection.Execute(connection, "BEGIN EXCLUSIVE; COMMIT;");
        }
    }
}
