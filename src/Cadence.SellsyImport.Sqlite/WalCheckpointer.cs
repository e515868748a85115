using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// Copies the write-ahead log into the database on its own thread, so that writers need not wait for the disk. Batches stay as durable:
/// SQLite copies only committed pages, and flushes the log to the disk before and the database after. Thread-safe.
/// </summary>
internal sealed class WalCheckpointer(SqliteLeadStoreOptions options) : IDisposable
{
    /// <summary>How many pages are written before a copy is worth its two flushes.</summary>
    public const int PagesPerCopy = 16 * 1024 * 1024 / DatabaseSchema.PageBytes;

    private readonly Lock _gate = new();
    private sqlite3? _connection;
    private long _pages;
    private bool _isDisposed;

    /// <summary>The copy that runs, or the one that ran last.</summary>
    public Task Copying { get; private set; } = Task.CompletedTask;

    /// <summary>Counts pages that a transaction wrote to the log, and starts a copy if there are enough and no copy runs.</summary>
    public void Count(int pages)
    {
        lock (_gate)
        {
            _pages += pages;
            if (_pages >= PagesPerCopy && Copying.IsCompleted && !_isDisposed)
            {
                _pages = 0;
                Copying = Task.Run(Copy);
            }
        }
    }

    /// <summary>Waits for the copy that runs.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        Task.WaitAny(Copying);
        _connection?.Dispose();
    }

    // What could not be copied stays in the log and is copied the next time. SQLite reports nothing either if its own copy after a commit fails.
    private void Copy()
    {
        try
        {
            _connection ??= DatabaseConnection.OpenExisting(Path.GetFullPath(options.DatabasePath));
        }
        catch (SqliteException)
        {
            return;
        }

        raw.sqlite3_exec(_connection, "PRAGMA wal_checkpoint(PASSIVE)");
    }
}
