using Cadence.SellsyImport.Sqlite.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class LogCopierTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_log_is_copied_once_enough_pages_were_written_and_not_before()
    {
        await _store.AddAsync(1, Samples.Lead(1), Samples.Lead(2));
        using var copier = new WalCheckpointer(new() { DatabasePath = _store.DatabasePath });

        copier.Count(WalCheckpointer.PagesPerCopy - 1);
        await copier.Copying;
        var before = LeadsWithoutTheLog();
        copier.Count(1);
        await copier.Copying;

        Assert.Equal(0, before);
        Assert.Equal(2, LeadsWithoutTheLog());
    }

    [Fact]
    public async Task While_a_call_writes_the_log_is_copied_up_to_what_is_committed()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        using var copier = new WalCheckpointer(new() { DatabasePath = _store.DatabasePath });
        using var connection = _store.Connect();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM leads";
        command.Transaction = transaction;
        command.ExecuteNonQuery();

        copier.Count(WalCheckpointer.PagesPerCopy);
        await copier.Copying;

        Assert.Equal(1, LeadsWithoutTheLog());
    }

    [Fact]
    public async Task A_log_that_cannot_be_copied_is_left()
    {
        using var copier = new WalCheckpointer(new() { DatabasePath = Path.Combine(_store.Folder, "none.db") });

        copier.Count(WalCheckpointer.PagesPerCopy);
        await copier.Copying;

        Assert.False(File.Exists(Path.Combine(_store.Folder, "none.db")));
    }

    /// <summary>How many leads the file of the database has by itself.</summary>
    private long LeadsWithoutTheLog()
    {
        var path = Path.Combine(_store.Folder, "copy.db");
        File.Copy(_store.DatabasePath, path, overwrite: true);
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'leads'";
        if ((long)command.ExecuteScalar()! == 0)
        {
            return 0;
        }

        command.CommandText = "SELECT count(*) FROM leads";
        return (long)command.ExecuteScalar()!;
    }
}
