using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// Opens a database without changing its bytes. A database without tables is read as one without rows, through a substitute
/// connection.
/// </summary>
internal static class ReadOnlyConnection
{
    private const int NoCheckpointOnClose = raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;

    /// <exception cref="SellsyImportException">There is no such file, or it is no database of this version.</exception>
    public static SqliteSession Open(string path, SqliteLeadStoreOptions options, Func<sqlite3, bool, SqliteSession> use)
    {
        if (!Path.Exists(path))
        {
            throw new SellsyImportException(ErrorCodes.FileNotFound, options.DatabasePath);
        }

        var log = new FileInfo($"{path}-wal");
        var hasLog = log is { Exists: true, Length: > 0 };
        try
        {
            // SQLite reads a database in WAL mode through a file of shared memory beside it, which only a connection that may write can
            // create and remove again; query_only keeps it from writing anything else.
            return Open(DatabaseConnection.OpenExisting(path), hasLog, options, use);
        }
        catch (SqliteException exception) when (!hasLog && DatabaseErrors.CodeOf(exception) is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY)
        {
            // Nobody can write here, so the file may be read as one that never changes: without any file beside it.
            return Open(DatabaseConnection.OpenImmutable(path), hasLog, options, use);
        }
    }

    private static SqliteSession Open(
        sqlite3 connection,
        bool keepsLog,
        SqliteLeadStoreOptions options,
        Func<sqlite3, bool, SqliteSession> use)
    {
        try
        {
            if (keepsLog)
            {
                raw.sqlite3_db_config(connection, NoCheckpointOnClose, 1, out _);
            }

            DatabaseConnection.Execute(connection, SqliteSession.Pragmas(options));
            if (DatabaseSchema.HasTables(connection, options.DatabasePath, out var isOlder))
            {
                DatabaseConnection.Execute(connection, (isOlder ? SchemaScript.ViewsOfVersion4 : "") + "PRAGMA query_only = ON;");
                return use(connection, false);
            }
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        connection.Dispose();
        return use(OpenEmpty(), true);
    }

    /// <summary>The substitute for a database without tables: the tables, without a row.</summary>
    private static sqlite3 OpenEmpty()
    {
        var connection = DatabaseConnection.OpenInMemory();
        DatabaseConnection.Execute(connection, SchemaScript.Text + SchemaScript.FromVersion4 + "PRAGMA query_only = ON;");
        return connection;
    }
}
