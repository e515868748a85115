using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>From the result codes of SQLite (https://www.sqlite.org/rescode.html) to the errors that a person can do something about.</summary>
internal static class DatabaseErrors
{
    /// <summary>The error, or none where the exception itself tells more.</summary>
    public static SellsyImportException? Translate(Exception cause, string path) => cause switch
    {
        SqliteException exception => Translate(exception, path),

        // A list that somebody else wrote into a column, and that is none.
        JsonException => new(ErrorCodes.DatabaseUnreadable, cause, path),
        _ => null,
    };

    /// <summary>The error, or none where SQLite's own exception tells more.</summary>
    public static SellsyImportException? Translate(SqliteException cause, string path)
    {
        var code = cause.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => ErrorCodes.DatabaseLocked,
            raw.SQLITE_READONLY or raw.SQLITE_PERM => ErrorCodes.DatabaseReadOnly,
            raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT or raw.SQLITE_FORMAT or raw.SQLITE_IOERR => ErrorCodes.DatabaseUnreadable,

            // A table, column or index that is gone or changed: the statements themselves are right, as every test runs them.
            raw.SQLITE_ERROR or raw.SQLITE_SCHEMA => ErrorCodes.DatabaseUnreadable,
            raw.SQLITE_FULL => ErrorCodes.DatabaseFull,
            raw.SQLITE_CANTOPEN => CannotOpen(path),
            _ => null,
        };
        return code is null ? null : new(code, cause, path);
    }

    // SQLite says no more than "unable to open": for a directory, for a file that may not be read, and where the file or its
    // companions -wal and -shm cannot be created.
    private static string CannotOpen(string path)
    {
        if (Directory.Exists(path))
        {
            return ErrorCodes.DatabaseUnreadable;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return ErrorCodes.DatabaseReadOnly;
        }
        catch (FileNotFoundException)
        {
            return ErrorCodes.DatabaseReadOnly;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ErrorCodes.DatabaseUnreadable;
        }
    }
}
