using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// Copies the write-ahead log into the database on a thread of its own, so that who writes need not wait for the disk. It takes nothing from
/// the durability of a batch: SQLite copies what is committed, and forces the log to the disk before and the database after. Thread-safe.
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

    /// <summary>Counts pages that a transaction wrote to the log, and starts to copy where they are enough and no copy runs.</summary>
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

    // What could not be copied stays in the log, and is copied the next time; SQLite too says nothing of it where it copies after a commit.
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
