using System.Reflection;
using System.Transactions;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class RegistrationTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();
    private readonly ServiceCollection _services = [];

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_sink_the_users_and_the_user_table_share_one_database()
    {
        Builder().UsePostgreSql(Configure);
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<PostgreSqlUserTable>().AddUsersAsync([Samples.Owner], TestContext.Current.CancellationToken);
        await provider.GetRequiredService<ILeadSink>().AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);

        Assert.Equal([Samples.Owner], await provider.GetRequiredService<ICadenceUserProvider>().GetUsersAsync(TestContext.Current.CancellationToken));
        Assert.IsType<IImportLedger>(provider.GetRequiredService<ILeadSink>(), exactMatch: false);
        Assert.Equal(1, await _store.CountAsync("leads"));
    }

    [Fact]
    public async Task Disposing_the_services_closes_the_connections()
    {
        Builder().UsePostgreSql(Configure);
        var provider = _services.BuildServiceProvider();
        var sink = provider.GetRequiredService<ILeadSink>();
        await sink.AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);

        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => sink.FindExistingAsync(["1"], TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task A_data_source_among_the_services_of_the_host_is_used()
    {
        await using var source = NpgsqlDataSource.Create($"{server.ConnectionString};Search Path={_store.Schema}");
        Builder().UsePostgreSql((services, options) =>
        {
            options.DataSource = services.GetRequiredService<NpgsqlDataSource>();
            options.Schema = _store.Schema;
        });
        _services.AddSingleton(_ => source);
        await using (var provider = _services.BuildServiceProvider())
        {
            await provider.GetRequiredService<ILeadSink>().AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await _store.CountAsync("leads"));
    }

    [Fact]
    public async Task Disposing_the_services_leaves_the_data_source_of_the_host_open()
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        Builder().UsePostgreSql(source);
        var provider = _services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<ILeadSink>());

        await provider.DisposeAsync();

        await using var command = source.CreateCommand("SELECT 1");
        Assert.Equal(1, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_batch_through_a_data_source_of_the_host_does_not_join_the_transaction_around_it()
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        Builder().UsePostgreSql((_, options) => (options.DataSource, options.Schema) = (source, _store.Schema));
        await using var provider = _services.BuildServiceProvider();

        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await provider.GetRequiredService<ILeadSink>().AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await _store.CountAsync("leads"));
    }

    [Fact]
    public void An_option_out_of_its_range_is_refused_when_the_store_is_asked_for()
    {
        Builder().UsePostgreSql((_, options) => options.ConnectionString = "Host=h;Port=many");
        using var provider = _services.BuildServiceProvider();

        Assert.Equal(ErrorCodes.OptionInvalid, Assert.Throws<SellsyImportException>(provider.GetRequiredService<ILeadSink>).Code);
    }

    [Fact]
    public async Task Nothing_is_created_before_first_use()
    {
        Builder().UsePostgreSql(Configure);
        using var provider = _services.BuildServiceProvider();

        provider.GetRequiredService<ILeadSink>();

        Assert.Empty(await _store.QueryAsync("SELECT 1 FROM pg_namespace WHERE nspname = $1", _store.Schema));
    }

    [Fact]
    public void Calling_it_twice_changes_nothing()
    {
        var builder = Builder().UsePostgreSql(Configure);
        var before = _services.ToArray();

        Assert.Same(builder, builder.UsePostgreSql("Host=elsewhere;Database=other"));

        Assert.Equal(before, _services);
    }

    [Fact]
    public void What_the_host_registered_wins()
    {
        var sink = new InMemoryLeadSink();
        var users = new FixedUserProvider([]);
        _services.AddSingleton<ILeadSink>(sink).AddSingleton<ICadenceUserProvider>(users);
        Builder().UsePostgreSql(Configure);
        using var provider = _services.BuildServiceProvider();

        Assert.Same(sink, provider.GetRequiredService<ILeadSink>());
        Assert.Same(users, provider.GetRequiredService<ICadenceUserProvider>());
        Assert.NotNull(provider.GetService<PostgreSqlUserTable>());
    }

    // Only the core creates a builder, by AddSellsyImport; these tests are about what is registered on top of an empty collection.
    private SellsyImportBuilder Builder() => (SellsyImportBuilder)Activator.CreateInstance(
        typeof(SellsyImportBuilder),
        BindingFlags.Instance | BindingFlags.NonPublic,
        binder: null,
        [_services],
        culture: null)!;

    private void Configure(PostgreSqlLeadStoreOptions options)
    {
        options.ConnectionString = server.ConnectionString;
        options.Schema = _store.Schema;
    }
}
