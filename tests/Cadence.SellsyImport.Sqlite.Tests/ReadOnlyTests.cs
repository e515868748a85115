using Cadence.SellsyImport.Sqlite.Tests.Support;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class ReadOnlyTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_database_that_is_only_read_keeps_its_bytes_and_leaves_no_file_beside_it()
    {
        await FillAsync();
        var before = FilesOfFolder();

        using (var database = _store.Open(options => options.IsReadOnly = true))
        {
            Assert.Single(await new SqliteLeadSink(database).FindExistingAsync(["1"], TestContext.Current.CancellationToken));
        }

        Assert.Equal(["cadence.db"], before.Keys);
        Assert.Equal(before, FilesOfFolder());
    }

    [Fact]
    public async Task The_leads_and_the_history_of_a_database_that_is_only_read_are_told_and_nothing_is_started()
    {
        await FillAsync();
        using var database = _store.Open(options => options.IsReadOnly = true);
        var ledger = new SqliteLeadSink(database);

        Assert.Equal("1", Assert.Single(await ledger.ReadLeadsAsync(["1", "2"], Cancellation)).Lead.SellsyContactId);
        Assert.Equal("import-1", Assert.Single(await ledger.ReadImportsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)).Import.ImportId);
        Assert.Equal(1, (await ledger.FindImportAsync("import-1", Cancellation))?.Counts.Added);
        Assert.Equal(1, Assert.Single(await ledger.ReadBatchesAsync("import-1", Cancellation).ToListAsync(Cancellation)).Number);
        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => ledger.StartAsync(Samples.Start, Cancellation).AsTask());

        Assert.Equal(ErrorCodes.DatabaseReadOnly, exception.Code);
    }

    [Fact]
    public async Task A_log_that_a_program_left_behind_is_read_and_not_taken_over()
    {
        LeaveLogBehind();
        var before = FilesOfFolder();

        using (var database = _store.Open(options => options.IsReadOnly = true))
        {
            Assert.Equal(["left"], (await new SqliteUserTable(database).GetUsersAsync(TestContext.Current.CancellationToken)).Select(user => user.Id));
        }

        var after = FilesOfFolder();
        Assert.True(before["cadence.db-wal"].Length > 0);
        Assert.Equal(before["cadence.db"], after["cadence.db"]);
        Assert.Equal(before["cadence.db-wal"], after["cadence.db-wal"]);
    }

    [Fact]
    public async Task A_database_whose_first_writer_was_killed_before_its_tables_is_read_as_one_without_leads_until_they_are_there()
    {
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_store.DatabasePath};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            command.ExecuteNonQuery();
        }

        var before = FilesOfFolder();
        Assert.True(before["cadence.db"].Length > 0);
        using var database = _store.Open(options => options.IsReadOnly = true);
        var ledger = new SqliteLeadSink(database);

        Assert.Empty(await ledger.FindExistingAsync(["1"], Cancellation));
        Assert.Empty(await ledger.ReadImportsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));
        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => ledger.StartAsync(Samples.Start, Cancellation).AsTask());

        Assert.Equal(ErrorCodes.DatabaseReadOnly, exception.Code);
        Assert.Equal(before, FilesOfFolder());
        await FillAsync();
        Assert.Single(await ledger.FindExistingAsync(["1"], Cancellation));
    }

    [Fact]
    public async Task A_write_is_refused()
    {
        await FillAsync();
        using var database = _store.Open(options => options.IsReadOnly = true);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            () => new SqliteLeadSink(database).AddAsync(Samples.Batch(2, Samples.Lead(2)), TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(ErrorCodes.DatabaseReadOnly, exception.Code);
        Assert.Equal(1, _store.Count("leads"));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_and_not_created()
    {
        using var database = _store.Open(options => options.IsReadOnly = true);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            () => new SqliteLeadSink(database).FindExistingAsync(["1"], TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(ErrorCodes.FileNotFound, exception.Code);
        Assert.Empty(Directory.GetFileSystemEntries(_store.Folder));
    }

    [Fact]
    public async Task A_read_only_database_in_a_read_only_folder_can_be_read()
    {
        await FillAsync();
        Assert.SkipUnless(
            ReadOnlyFile.TryMake(_store.DatabasePath, out var file) & ReadOnlyFolder.TryMake(_store.Folder, out var folder),
            "The folder cannot be made read-only for this user (root without chattr).");
        using (file)
        using (folder)
        {
            using var database = _store.Open(options => options.IsReadOnly = true);

            Assert.Single(await new SqliteLeadSink(database).FindExistingAsync(["1"], TestContext.Current.CancellationToken));
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task FillAsync()
    {
        using var database = _store.Open();
        await new SqliteLeadSink(database).AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);
    }

    /// <summary>Makes the files of a process that ended while it had the database open: copies taken before the last connection closes.</summary>
    private void LeaveLogBehind()
    {
        using var writing = new TemporaryStore();
        using (writing.Open())
        {
            writing.Users.AddUsersAsync([new("left", "Ada", "Fontaine")], TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            foreach (var suffix in new[] { "", "-wal" })
            {
                File.WriteAllBytes(_store.DatabasePath + suffix, ReadShared(writing.DatabasePath + suffix));
            }
        }
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private SortedDictionary<string, string> FilesOfFolder() => new(
        Directory.GetFiles(_store.Folder).ToDictionary(path => Path.GetFileName(path), path => Convert.ToBase64String(ReadShared(path))),
        StringComparer.Ordinal);
}
