using System.Collections.Immutable;
using System.Reflection;
using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class RegistrationTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly ServiceCollection _services = [];

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_sink_the_users_and_the_user_table_share_one_database()
    {
        Builder().UseSqlite(_store.DatabasePath);
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<SqliteUserTable>().AddUsersAsync([Samples.Owner], TestContext.Current.CancellationToken);
        await provider.GetRequiredService<ILeadSink>().AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);

        Assert.Equal([Samples.Owner], await provider.GetRequiredService<ICadenceUserProvider>().GetUsersAsync(TestContext.Current.CancellationToken));
        Assert.IsType<IImportLedger>(provider.GetRequiredService<ILeadSink>(), exactMatch: false);
        Assert.Equal(1, _store.Count("leads"));
    }

    [Fact]
    public async Task Disposing_the_services_closes_the_database_and_its_companion_files_go()
    {
        Builder().UseSqlite(_store.DatabasePath);
        var provider = _services.BuildServiceProvider();
        var sink = provider.GetRequiredService<ILeadSink>();
        await sink.AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);
        Assert.Equal(3, Directory.GetFiles(_store.Folder).Length);

        await provider.DisposeAsync();

        Assert.Equal([_store.DatabasePath], Directory.GetFiles(_store.Folder));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => sink.FindExistingAsync(["1"], TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task Options_may_depend_on_other_services_of_the_host()
    {
        _services.AddSingleton(_store);
        Builder().UseSqlite((services, options) => options.DatabasePath = services.GetRequiredService<TemporaryStore>().DatabasePath);
        var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<ILeadSink>().AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);

        Assert.Equal(1, _store.Count("leads"));
        await provider.DisposeAsync();
    }

    [Fact]
    public void An_option_out_of_its_range_is_refused_when_the_store_is_asked_for()
    {
        Builder().UseSqlite((_, options) => options.DatabasePath = ":memory:");
        using var provider = _services.BuildServiceProvider();

        Assert.Equal(ErrorCodes.OptionInvalid, Assert.Throws<SellsyImportException>(provider.GetRequiredService<ILeadSink>).Code);
    }

    [Fact]
    public void Nothing_is_opened_before_first_use()
    {
        Builder().UseSqlite(_store.DatabasePath);
        using var provider = _services.BuildServiceProvider();

        provider.GetRequiredService<ILeadSink>();

        Assert.Empty(Directory.GetFiles(_store.Folder));
    }

    [Fact]
    public async Task Calling_it_twice_changes_nothing()
    {
        var builder = Builder().UseSqlite(_store.DatabasePath);
        var before = _services.ToArray();

        Assert.Same(builder, builder.UseSqlite(Path.Combine(_store.Folder, "other.db")));

        Assert.Equal(before, _services);
        await using var provider = _services.BuildServiceProvider();
        await provider.GetRequiredService<ICadenceUserProvider>().GetUsersAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(_store.DatabasePath));
        Assert.False(File.Exists(Path.Combine(_store.Folder, "other.db")));
    }

    [Fact]
    public void What_the_host_registered_wins()
    {
        var sink = new HostSink();
        var users = new HostUsers();
        _services.AddSingleton<ILeadSink>(sink).AddSingleton<ICadenceUserProvider>(users);
        Builder().UseSqlite(_store.DatabasePath);
        using var provider = _services.BuildServiceProvider();

        Assert.Same(sink, provider.GetRequiredService<ILeadSink>());
        Assert.Same(users, provider.GetRequiredService<ICadenceUserProvider>());
        Assert.NotNull(provider.GetService<SqliteUserTable>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(":memory:")]
    [InlineData("file:cadence.db?mode=ro")]
    public void A_path_that_is_none_is_refused_at_once(string path)
    {
        var exception = Assert.Throws<SellsyImportException>(() => Builder().UseSqlite(path));

        Assert.Equal(ErrorCodes.OptionInvalid, exception.Code);
        Assert.Equal(["SqliteLeadStoreOptions.DatabasePath", $"\"{path}\"", "file"], exception.Arguments);
        Assert.Empty(_services);
    }

    [Theory]
    [InlineData(-1, "-00:00:01")]
    [InlineData(3601, "01:00:01")]
    public void A_busy_timeout_out_of_its_range_is_refused_at_once(int seconds, string found)
    {
        var exception = Assert.Throws<SellsyImportException>(() => Builder().UseSqlite(options =>
        {
            options.DatabasePath = _store.DatabasePath;
            options.BusyTimeout = TimeSpan.FromSeconds(seconds);
        }));

        Assert.Equal(ErrorCodes.OptionInvalid, exception.Code);
        Assert.Equal(["SqliteLeadStoreOptions.BusyTimeout", found, "00:00:00 … 01:00:00"], exception.Arguments);
    }

    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new SqliteLeadStoreOptions();

        Assert.Equal(("", TimeSpan.FromSeconds(5), false), (options.DatabasePath, options.BusyTimeout, options.SurvivesPowerFailure));
    }

    // Only the core creates a builder, by AddSellsyImport; these tests are about what is registered on top of an empty collection.
    private SellsyImportBuilder Builder() => (SellsyImportBuilder)Activator.CreateInstance(
        typeof(SellsyImportBuilder),
        BindingFlags.Instance | BindingFlags.NonPublic,
        binder: null,
        [_services],
        culture: null)!;

    private sealed class HostSink : ILeadSink
    {
        public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }

    private sealed class HostUsers : ICadenceUserProvider
    {
        public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
