using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class SchemaTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Many_processes_that_create_the_tables_at_once_all_succeed()
    {
        var logs = new CollectedLogs();
        var sinks = Enumerable.Range(1, 12).Select(_ => new PostgreSqlLeadSink(_store.Open(loggers: logs))).ToArray();

        var outcomes = await Task.WhenAll(sinks.Select((sink, index) => Task.Run(
            async () => await sink.AddAsync(Samples.Batch(index + 1, Samples.Lead(index)), TestContext.Current.CancellationToken))));

        Assert.All(outcomes, one => Assert.Equal([LeadEntryOutcome.Added], one));
        Assert.Equal([[Samples.SchemaVersion]], await _store.QueryAsync("SELECT version FROM schema_version"));
        Assert.Single(logs.Lines(), line => line.StartsWith($"200 SchemaCreated: The tables of version {Samples.SchemaVersion} were created in the schema {_store.Schema} of ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_schema_of_another_version_is_refused_and_left_as_it_is()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        await _store.RunAsync("UPDATE schema_version SET version = 99");

        var exception = await FailureAsync();

        Assert.Equal(ErrorCodes.DatabaseOfAnotherVersion, exception.Code);
        Assert.Equal([$"127.0.0.1:{server.Port}/postgres", "99", $"{Samples.SchemaVersion}"], exception.Arguments);
        Assert.Equal(1, await _store.CountAsync("leads"));
    }

    [Fact]
    public async Task A_schema_with_tables_of_others_is_refused_and_left_as_it_is()
    {
        await _store.RunAsync($"CREATE SCHEMA {_store.Schema}; CREATE TABLE {_store.Schema}.leads (a integer)");

        var exception = await FailureAsync();

        Assert.Equal(ErrorCodes.DatabaseOfAnotherVersion, exception.Code);
        Assert.Equal([$"127.0.0.1:{server.Port}/postgres", $"none, 1 tables in schema \"{_store.Schema}\"", $"{Samples.SchemaVersion}"], exception.Arguments);
        Assert.Equal([["leads"]], await _store.QueryAsync("SELECT relname::text FROM pg_class WHERE relnamespace = $1::regnamespace", _store.Schema));
    }

    [Fact]
    public async Task An_empty_schema_that_is_there_already_is_used()
    {
        await _store.RunAsync($"CREATE SCHEMA {_store.Schema}");

        Assert.Equal([LeadEntryOutcome.Added], await _store.AddAsync(1, Samples.Lead(1)));
    }

    [Fact]
    public async Task An_empty_schema_is_enough_for_a_user_who_may_not_create_one()
    {
        var role = $"importer_{Guid.NewGuid():n}";
        await _store.RunAsync($"CREATE ROLE {role} LOGIN; CREATE SCHEMA {_store.Schema} AUTHORIZATION {role}");
        var database = _store.Open(options => options.ConnectionString = $"{server.ConnectionString};Username={role}");

        var outcomes = await new PostgreSqlLeadSink(database).AddAsync(Samples.Batch(1, Samples.FullLead()), TestContext.Current.CancellationToken);

        Assert.Equal([LeadEntryOutcome.Added], outcomes);
        await _store.RunAsync($"DROP SCHEMA {_store.Schema} CASCADE; DROP ROLE {role}");
    }

    [Fact]
    public async Task Another_default_isolation_of_the_server_changes_nothing()
    {
        var sinks = Enumerable.Range(1, 6).Select(_ => new PostgreSqlLeadSink(_store.Open(options =>
            options.ConnectionString = $"{server.ConnectionString};Options=-c default_transaction_isolation=serializable"))).ToArray();

        var outcomes = await Task.WhenAll(sinks.Select((sink, index) => Task.Run(
            async () => await sink.AddAsync(Samples.Batch(index + 1, Samples.FullLead()), TestContext.Current.CancellationToken))));

        Assert.Equal(1, outcomes.Count(one => one[0] == LeadEntryOutcome.Added));
        Assert.Equal(1, await _store.CountAsync("leads"));
    }

    [Theory]
    [InlineData("import de l'été")]
    [InlineData("A \"quoted\" name")]
    [InlineData("select")]
    public async Task A_schema_may_have_any_name(string name)
    {
        var unique = $"{name} {Guid.NewGuid():n}";
        var database = _store.Open(options => options.Schema = unique);

        var outcomes = await new PostgreSqlLeadSink(database).AddAsync(Samples.Batch(1, Samples.FullLead()), TestContext.Current.CancellationToken);

        Assert.Equal([LeadEntryOutcome.Added], outcomes);
        var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(unique);
        Assert.Equal([["4711"]], await _store.QueryAsync($"SELECT sellsy_contact_id FROM {quoted}.leads"));
        await _store.RunAsync($"DROP SCHEMA {quoted} CASCADE");
    }

    private Task<SellsyImportException> FailureAsync() => Assert.ThrowsAsync<SellsyImportException>(
        () => new PostgreSqlLeadSink(_store.Open()).AddAsync(Samples.Batch(7, Samples.Lead(7)), TestContext.Current.CancellationToken).AsTask());
}
