using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class StoreCheckTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IStoreCheck Check => (IStoreCheck)_store.Sink;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_store_that_can_be_written_passes_and_stays_as_it_is()
    {
        await Check.CheckAsync(Cancellation);
        await _store.AddAsync(1, Samples.Lead(1));

        await Check.CheckAsync(Cancellation);

        Assert.Equal(1, _store.Count("leads"));
        Assert.Equal([[5L]], _store.Query("SELECT user_version FROM pragma_user_version"));
    }

    [Fact]
    public async Task A_store_whose_tables_were_changed_after_the_first_use_does_not_pass()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        _store.Run("ALTER TABLE leads DROP COLUMN note");
        Assert.Equal(ErrorCodes.DatabaseIncomplete, (await FailureAsync()).Code);

        _store.Run("PRAGMA user_version = 99");
        Assert.Equal(ErrorCodes.DatabaseOfAnotherVersion, (await FailureAsync()).Code);
    }

    [Fact]
    public async Task A_store_that_another_program_holds_does_not_pass()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        using var impatient = _store.Open(options => options.BusyTimeout = TimeSpan.Zero);
        using var other = _store.Connect();
        using var transaction = other.BeginTransaction();

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => new SqliteLeadSink(impatient).CheckAsync(Cancellation).AsTask());

        Assert.Equal(ErrorCodes.DatabaseLocked, exception.Code);
    }

    [Fact]
    public async Task A_store_whose_folder_has_gone_does_not_pass()
    {
        using var database = _store.Open(options => options.DatabasePath = Path.Combine(_store.Folder, "gone", "cadence.db"));

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => new SqliteLeadSink(database).CheckAsync(Cancellation).AsTask());

        Assert.Equal(ErrorCodes.DatabaseFolderMissing, exception.Code);
    }

    [Fact]
    public async Task A_store_that_is_opened_to_be_read_only_need_not_be_written()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        using var database = _store.Open(options => options.IsReadOnly = true);

        await new SqliteLeadSink(database).CheckAsync(Cancellation);
    }

    private Task<SellsyImportException> FailureAsync() => Assert.ThrowsAsync<SellsyImportException>(() => Check.CheckAsync(Cancellation).AsTask());
}
