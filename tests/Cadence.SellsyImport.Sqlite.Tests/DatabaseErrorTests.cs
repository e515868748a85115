using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Microsoft.Data.Sqlite;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class DatabaseErrorTests : IDisposable
{
    private readonly TemporaryStore _store = new(options => options.BusyTimeout = TimeSpan.Zero);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_database_of_another_version_is_refused_and_left_as_it_is()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        _store.Run("PRAGMA user_version = 99");
        using var database = _store.Open();

        var exception = await FailureAsync(database);

        Assert.Equal(ErrorCodes.DatabaseOfAnotherVersion, exception.Code);
        Assert.Equal([_store.DatabasePath, "99", "5"], exception.Arguments);
        Assert.Equal(1, _store.Count("leads"));
    }

    [Fact]
    public async Task A_database_of_another_application_is_refused_and_left_as_it_is()
    {
        _store.Run("CREATE TABLE leads (a)");

        var exception = await FailureAsync();

        Assert.Equal(ErrorCodes.DatabaseOfAnotherVersion, exception.Code);
        Assert.Equal([_store.DatabasePath, "0", "0", "application"], exception.Arguments);
        Assert.Single(_store.Query("SELECT name FROM sqlite_schema"));
    }

    [Theory]
    [InlineData("SellsyContactId;FirstName\r\n1;Maëlys")]
    [InlineData("SQLite format 3\0 and then no page that could be read")]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is(string text)
    {
        await File.WriteAllTextAsync(_store.DatabasePath, text, TestContext.Current.CancellationToken);

        var exception = await FailureAsync();

        Assert.Equal(ErrorCodes.DatabaseUnreadable, exception.Code);
        Assert.Equal([_store.DatabasePath], exception.Arguments);
        Assert.Equal(text, await File.ReadAllTextAsync(_store.DatabasePath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_damaged_database_is_told()
    {
        using (var filled = new TemporaryStore())
        {
            await filled.AddAsync(1, [.. Enumerable.Range(1, 500).Select(id => Samples.Lead(id))]);
            filled.Run("PRAGMA wal_checkpoint(TRUNCATE)");
            var bytes = await File.ReadAllBytesAsync(filled.DatabasePath, TestContext.Current.CancellationToken);
            bytes.AsSpan(4096 * 2).Fill(0xA5);
            await File.WriteAllBytesAsync(_store.DatabasePath, bytes, TestContext.Current.CancellationToken);
        }

        var exception = await FailureAsync();

        Assert.Equal(ErrorCodes.DatabaseUnreadable, exception.Code);
        Assert.Equal([_store.DatabasePath], exception.Arguments);
    }

    [Theory]
    [InlineData("DROP TABLE lead_cadences", "lead_cadences")]
    [InlineData("ALTER TABLE leads DROP COLUMN note", "leads.note")]
    [InlineData("DROP TABLE lead_cadences; DROP VIEW lead_emails", "lead_cadences, lead_emails")]
    [InlineData("PRAGMA foreign_keys = OFF; DROP TABLE leads", "leads, lead_emails, lead_phones, leads_edited")]
    [InlineData("DROP TRIGGER leads_edited", "leads_edited")]
    public async Task A_database_that_lost_a_table_a_column_or_a_trigger_is_told_with_its_name(string damage, string missing)
    {
        using (var filled = _store.Open())
        {
            await new SqliteLeadSink(filled).AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);
        }

        _store.Run(damage);

        var exception = await FailureAsync();

        Assert.Equal(ErrorCodes.DatabaseIncomplete, exception.Code);
        Assert.Equal([_store.DatabasePath, missing], exception.Arguments);
    }

    [Fact]
    public async Task A_table_that_goes_while_the_database_is_in_use_is_told()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        _store.Run("DROP TABLE lead_cadences");

        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            () => _store.Sink.FindExistingAsync(["1"], TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(ErrorCodes.DatabaseUnreadable, exception.Code);
    }

    [Fact]
    public async Task A_table_that_the_host_added_does_not_matter()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        _store.Run("CREATE TABLE notes_of_the_host (a); CREATE VIEW broken_view_of_the_host AS SELECT a FROM nowhere");
        using var database = _store.Open();

        Assert.Equal([LeadEntryOutcome.Added], await new SqliteLeadSink(database).AddAsync(Samples.Batch(2, Samples.Lead(2)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_file_becomes_a_database()
    {
        await File.WriteAllBytesAsync(_store.DatabasePath, [], TestContext.Current.CancellationToken);

        Assert.Equal([LeadEntryOutcome.Added], await _store.AddAsync(1, Samples.Lead(1)));
    }

    [Fact]
    public async Task A_directory_is_no_database()
    {
        Directory.CreateDirectory(_store.DatabasePath);

        var exception = await FailureAsync();

        Assert.Equal(ErrorCodes.DatabaseUnreadable, exception.Code);
        Assert.Equal([_store.DatabasePath], exception.Arguments);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_told_and_not_created()
    {
        var folder = Path.Combine(_store.Folder, "missing");
        using var database = _store.Open(options => options.DatabasePath = Path.Combine(folder, "cadence.db"));

        var exception = await FailureAsync(database);

        Assert.Equal(ErrorCodes.DatabaseFolderMissing, exception.Code);
        Assert.Equal([Path.Combine(folder, "cadence.db"), folder], exception.Arguments);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_database_that_another_connection_writes_to_is_told_as_locked_and_can_be_read_meanwhile()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        using var other = _store.Connect();
        using var transaction = other.BeginTransaction();

        var exception = await FailureAsync();

        Assert.Equal(ErrorCodes.DatabaseLocked, exception.Code);
        Assert.Equal([_store.DatabasePath], exception.Arguments);
        Assert.Equal(5, Assert.IsType<SqliteException>(exception.InnerException).SqliteErrorCode);
        Assert.Single(await _store.Sink.FindExistingAsync(["1"], TestContext.Current.CancellationToken));

        transaction.Rollback();
        Assert.Equal([LeadEntryOutcome.Added], await _store.AddAsync(2, Samples.Lead(2)));
    }

    [Fact]
    public async Task A_new_database_that_another_connection_has_locked_is_told_as_locked()
    {
        using var other = _store.Connect();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();

        Assert.Equal(ErrorCodes.DatabaseLocked, (await FailureAsync()).Code);
    }

    [Fact]
    public async Task A_full_database_is_told_and_keeps_what_was_committed()
    {
        using var database = _store.Open(options => options.MaximumPages = 40);
        var sink = new SqliteLeadSink(database);
        await sink.AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);

        var leads = Enumerable.Range(2, 50).Select(id => Samples.Lead(id) with { Note = new('n', 10_000) });
        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            () => sink.AddAsync(Samples.Batch(2, [.. leads]), TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(ErrorCodes.DatabaseFull, exception.Code);
        Assert.Equal([_store.DatabasePath], exception.Arguments);
        Assert.Equal(1, _store.Count("leads"));
        Assert.Equal(1, _store.Count("import_batches"));
    }

    [Fact]
    public async Task A_batch_that_found_the_database_full_is_stored_whole_once_there_is_room()
    {
        await _store.Ledger.StartAsync(Samples.Start, Cancellation);
        await _store.Ledger.WriteAsync(Samples.Written(1, Samples.Added(Samples.Lead(1))), Cancellation);
        var before = Assert.Single(await _store.Ledger.ReadLeadsAsync(["1"], Cancellation));
        var written = Samples.Written(
            2,
            [Samples.Changed(before, lead => lead with { LastName = "Roy" }), .. Enumerable.Range(2, 90).Select(id => Samples.Added(Large(id)))]);

        for (var pages = 30; pages < 110; pages += 20)
        {
            using var full = _store.Open(options => options.MaximumPages = pages);
            var exception = await Assert.ThrowsAsync<SellsyImportException>(() => new SqliteLeadSink(full).WriteAsync(written, Cancellation).AsTask());

            Assert.Equal(ErrorCodes.DatabaseFull, exception.Code);
            Assert.Equal("ok", _store.Query("PRAGMA integrity_check")[0][0]);
            Assert.Equal([[1L, 1L, 0L, 2L]], _store.Query("SELECT batches, added, updated, next_row FROM imports"));
            Assert.Equal(before.Version, Assert.Single(await _store.Ledger.ReadLeadsAsync(["1"], Cancellation)).Version);
            Assert.Equal([1L, 1L, 0L, 0L], Tables.Select(_store.Count));
        }

        var outcomes = await _store.Ledger.WriteAsync(written, Cancellation);

        Assert.Equal([LeadEntryOutcome.Updated, .. Enumerable.Repeat(LeadEntryOutcome.Added, 90)], outcomes);
        Assert.Equal([[2L, 91L, 1L, 192L]], _store.Query("SELECT batches, added, updated, next_row FROM imports"));
        Assert.Equal([91L, 2L, 1L, 1L], Tables.Select(_store.Count));
    }

    [Fact]
    public async Task A_folder_in_which_no_file_can_be_created_is_told_as_read_only()
    {
        // Root may write into every folder but this one.
        const string ReadOnlyPath = "/proc/cadence.db";
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a folder in which not even root can create a file.");
        using var database = _store.Open(options => options.DatabasePath = ReadOnlyPath);

        var exception = await FailureAsync(database);

        Assert.Equal(ErrorCodes.DatabaseReadOnly, exception.Code);
        Assert.Equal([ReadOnlyPath], exception.Arguments);
    }

    [Fact]
    public async Task A_read_only_file_is_told_and_can_still_be_read()
    {
        using (var filled = _store.Open())
        {
            await new SqliteLeadSink(filled).AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);
        }

        Assert.SkipUnless(ReadOnlyFile.TryMake(_store.DatabasePath, out var restore), "The file cannot be made read-only for this user (root without chattr).");
        using (restore)
        {
            using var database = _store.Open();
            var sink = new SqliteLeadSink(database);
            Assert.Single(await sink.FindExistingAsync(["1"], TestContext.Current.CancellationToken));

            var exception = await FailureAsync(database);

            Assert.Equal(ErrorCodes.DatabaseReadOnly, exception.Code);
            Assert.Equal([_store.DatabasePath], exception.Arguments);
        }
    }

    [Theory]
    [InlineData(1, ErrorCodes.DatabaseUnreadable)]
    [InlineData(6, ErrorCodes.DatabaseLocked)]
    [InlineData(8, ErrorCodes.DatabaseReadOnly)]
    [InlineData(10, ErrorCodes.DatabaseUnreadable)]
    [InlineData(11, ErrorCodes.DatabaseUnreadable)]
    [InlineData(13, ErrorCodes.DatabaseFull)]
    [InlineData(19, null)]
    [InlineData(261, ErrorCodes.DatabaseLocked)]
    [InlineData(778, ErrorCodes.DatabaseUnreadable)]
    [InlineData(1544, ErrorCodes.DatabaseReadOnly)]
    [InlineData(2067, null)]
    public void A_result_code_of_SQLite_has_its_error(int resultCode, string? expected) =>
        Assert.Equal(expected, DatabaseErrors.Translate(new("found by SQLite", resultCode), _store.DatabasePath)?.Code);

    private static readonly string[] Tables = ["leads", "import_batches", "import_changes", "companies"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Lead Large(int id) => Samples.Lead(id) with { Note = new('n', 10_000), Company = new() { Name = "Acme" } };

    private Task<SellsyImportException> FailureAsync() => FailureAsync(_store.Sink);

    private static Task<SellsyImportException> FailureAsync(SqliteDatabase database) => FailureAsync(new SqliteLeadSink(database));

    private static Task<SellsyImportException> FailureAsync(ILeadSink sink) => Assert.ThrowsAsync<SellsyImportException>(
        () => sink.AddAsync(Samples.Batch(7, Samples.Lead(7)), TestContext.Current.CancellationToken).AsTask());
}
