using Cadence.SellsyImport.PostgreSql.Tests.Support;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class StoreCheckTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_store_that_can_be_written_passes_also_while_another_one_writes()
    {
        await CheckAsync();
        Assert.Equal([[Samples.SchemaVersion]], await _store.QueryAsync("SELECT version FROM schema_version"));
        await using var writer = await _store.ConnectAsync();
        await using var transaction = await writer.BeginTransactionAsync(Cancellation);
        await using var turn = writer.CreateCommand();
        turn.CommandText = _store.Database.Statements.Lock;
        await turn.ExecuteNonQueryAsync(Cancellation);

        await CheckAsync();
    }

    [Fact]
    public async Task A_store_whose_tables_were_changed_after_the_first_use_does_not_pass()
    {
        await CheckAsync();
        await _store.RunAsync("DROP TABLE import_changes, lead_other_companies");
        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => CheckAsync());
        Assert.Equal((ErrorCodes.DatabaseIncomplete, "import_changes, lead_other_companies"), (exception.Code, exception.Arguments[1]));

        await _store.RunAsync("UPDATE schema_version SET version = 99");
        Assert.Equal(ErrorCodes.DatabaseOfAnotherVersion, (await Assert.ThrowsAsync<SellsyImportException>(() => CheckAsync())).Code);
    }

    [Fact]
    public async Task A_server_that_accepts_no_writes_does_not_pass()
    {
        await CheckAsync();

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => CheckAsync("Options=-c default_transaction_read_only=on"));

        Assert.Equal(ErrorCodes.ServerReadOnly, exception.Code);
    }

    [Fact]
    public async Task A_role_that_may_only_read_does_not_pass()
    {
        await CheckAsync();
        var role = $"reader_{Guid.NewGuid():n}";
        await _store.RunAsync($"CREATE ROLE {role} LOGIN; GRANT USAGE ON SCHEMA {_store.Schema} TO {role}; GRANT SELECT ON ALL TABLES IN SCHEMA {_store.Schema} TO {role}");

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => CheckAsync($"Username={role}"));

        Assert.Equal(ErrorCodes.ServerRightMissing, exception.Code);
        await _store.RunAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_does_not_pass()
    {
        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => CheckAsync("Port=1"));

        Assert.Equal(ErrorCodes.ServerUnreachable, exception.Code);
    }

    private async Task CheckAsync(string? change = null) =>
        await new PostgreSqlLeadSink(_store.Open(options => options.ConnectionString = $"{server.ConnectionString};{change}")).CheckAsync(Cancellation);
}
