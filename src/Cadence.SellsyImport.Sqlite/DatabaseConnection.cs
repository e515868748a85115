using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// Opens connections. Each belongs to one session, which one call uses at a time, so SQLite need not lock the connection for every bound
/// value, as it does for a <see cref="SqliteConnection"/>.
/// </summary>
internal static class DatabaseConnection
{
    public static sqlite3 OpenToWrite(string path) => Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    public static sqlite3 OpenExisting(string path) => Open(path, raw.SQLITE_OPEN_READWRITE);

    /// <summary>Opens a file that nobody writes to, without any file beside it.</summary>
    public static sqlite3 OpenImmutable(string path) =>
        Open($"{new Uri(path).AbsoluteUri}?immutable=1", raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI);

    public static sqlite3 OpenInMemory() => OpenToWrite(":memory:");

    public static void Execute(sqlite3 connection, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection, sql), connection);

    private static sqlite3 Open(string name, int flags)
    {
        Batteries_V2.Init();
        var code = raw.sqlite3_open_v2(name, out var connection, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            SqliteException.ThrowExceptionForRC(code, connection);
            raw.sqlite3_extended_result_codes(connection, 1);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
