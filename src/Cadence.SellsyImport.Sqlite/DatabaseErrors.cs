using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Converts result codes of SQLite (https://www.sqlite.org/rescode.html) to the errors that a person can act on.</summary>
internal static class DatabaseErrors
{
    /// <summary>The error, or null if the original exception is more specific.</summary>
    public static SellsyImportException? Translate(Exception cause, string path) => cause switch
    {
        SqliteException exception => Translate(exception, path),

        // Another program wrote a value that is not a valid list into a column of lists.
        JsonException => new(ErrorCodes.DatabaseUnreadable, cause, path),
        _ => null,
    };

    /// <summary>The error, or null if SQLite's own exception is more specific.</summary>
    public static SellsyImportException? Translate(SqliteException cause, string path)
    {
        var code = CodeOf(cause) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => ErrorCodes.DatabaseLocked,
            raw.SQLITE_READONLY or raw.SQLITE_PERM => ErrorCodes.DatabaseReadOnly,
            raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT or raw.SQLITE_FORMAT or raw.SQLITE_IOERR => ErrorCodes.DatabaseUnreadable,

            // A table, column or index was removed or changed. The statements themselves are correct, because every test runs them.
            raw.SQLITE_ERROR or raw.SQLITE_SCHEMA => ErrorCodes.DatabaseUnreadable,
            raw.SQLITE_FULL => ErrorCodes.DatabaseFull,
            raw.SQLITE_CANTOPEN => CannotOpen(path),
            _ => null,
        };
        return code is null ? null : new(code, cause, path);
    }

    /// <summary>
    /// The primary code, whose bits are the lower ones of an extended code (https://www.sqlite.org/rescode.html#extrc). The connections report extended
    /// codes, which <see cref="SqliteException.SqliteErrorCode"/> has as they are.
    /// </summary>
    public static int CodeOf(SqliteException exception) => exception.SqliteErrorCode & 0xFF;

    // SQLite reports only "unable to open" for a directory, for a file that may not be read, and if the file or its companions
    // -wal and -shm cannot be created.
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
