using System.Net;
using System.Net.Sockets;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class ServerErrorTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    private string Server => $"127.0.0.1:{server.Port}";

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_server_that_is_down_is_told_by_host_and_port_and_nothing_else()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var exception = await FailureAsync($"Host=127.0.0.1;Port={port};Database=cadence;Username=anne;Password=secret;Timeout=5");

        AssertIs(exception, ErrorCodes.ServerUnreachable, $"127.0.0.1:{port}");
        Assert.Equal(
            $"The server 127.0.0.1:{port} cannot be reached or stopped answering. Check that it runs, its address and the network, and try again; what was committed is kept.",
            exception.Message);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("anne", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_has_no_address_is_told() =>
        AssertIs(await FailureAsync("Host=no-such-host.invalid;Port=5433;Database=d;Username=u;Timeout=5"), ErrorCodes.ServerUnreachable, "no-such-host.invalid:5433");

    [Fact]
    public async Task A_database_that_is_missing_is_told() =>
        AssertIs(await FailureAsync(With("Database=missing")), ErrorCodes.ServerDatabaseMissing, $"{Server}/missing");

    [Fact]
    public async Task A_login_that_is_refused_is_told() => AssertIs(await FailureAsync(With("Username=nobody")), ErrorCodes.ServerLoginRefused, Server);

    [Fact]
    public async Task A_server_whose_default_is_to_read_only_is_told_and_can_still_be_read()
    {
        var readOnly = With("Options=-c default_transaction_read_only=on");
        AssertIs(await FailureAsync(readOnly), ErrorCodes.ServerReadOnly, $"{Server}/postgres");
        await _store.AddAsync(1, Samples.Lead(1));

        AssertIs(await FailureAsync(readOnly), ErrorCodes.ServerReadOnly, $"{Server}/postgres");

        var sink = new PostgreSqlLeadSink(_store.Open(options => options.ConnectionString = readOnly));
        Assert.Single(await sink.FindExistingAsync(["1"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_right_that_is_missing_is_told()
    {
        var role = $"reader_{Guid.NewGuid():n}";
        await _store.RunAsync($"CREATE ROLE {role} LOGIN");

        AssertIs(await FailureAsync(With($"Username={role}")), ErrorCodes.ServerRightMissing, $"{Server}/postgres");

        await _store.AddAsync(1, Samples.Lead(1));
        AssertIs(await FailureAsync(With($"Username={role}")), ErrorCodes.ServerRightMissing, $"{Server}/postgres");
        await _store.RunAsync($"DROP ROLE {role}");
    }

    [Fact]
    public async Task A_schema_that_another_transaction_writes_to_for_too_long_is_told_as_locked_and_can_be_read_meanwhile()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        var impatient = new PostgreSqlLeadSink(_store.Open(options => options.LockTimeout = TimeSpan.FromMilliseconds(1)));
        await using (var other = await _store.ConnectAsync())
        {
            await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var turn = new NpgsqlCommand(_store.Database.Statements.TakeWriteLock, other);
            await turn.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            var exception = await Assert.ThrowsAsync<SellsyImportException>(
                () => impatient.AddAsync(Samples.Batch(2, Samples.Lead(2)), TestContext.Current.CancellationToken).AsTask());

            AssertIs(exception, ErrorCodes.DatabaseLocked, $"{Server}/postgres");
            Assert.Single(await impatient.FindExistingAsync(["1"], TestContext.Current.CancellationToken));
        }

        Assert.Equal([LeadEntryOutcome.Added], await _store.AddAsync(2, Samples.Lead(2)));
    }

    [Fact]
    public async Task A_database_that_cannot_hold_every_text_is_refused()
    {
        var name = $"latin_{Guid.NewGuid():n}";
        await _store.RunAsync($"CREATE DATABASE {name} ENCODING 'LATIN1' TEMPLATE template0");

        var exception = await FailureAsync(With($"Database={name};Pooling=false"));

        Assert.Equal(ErrorCodes.ServerEncodingUnsuitable, exception.Code);
        Assert.Equal([$"{Server}/{name}", "LATIN1"], exception.Arguments);
        await _store.RunAsync($"DROP DATABASE {name}");
    }

    [Fact]
    public async Task An_ambient_transaction_of_the_host_is_not_joined()
    {
        using (new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled))
        {
            await _store.AddAsync(1, Samples.Lead(1));
        }

        Assert.Equal(1, await _store.CountAsync("leads"));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown, ErrorCodes.ServerUnreachable)]
    [InlineData("25P03", ErrorCodes.ServerUnreachable)]
    [InlineData(PostgresErrorCodes.ConnectionFailure, ErrorCodes.ServerUnreachable)]
    [InlineData(PostgresErrorCodes.TooManyConnections, ErrorCodes.ServerUnreachable)]
    [InlineData(PostgresErrorCodes.InvalidPassword, ErrorCodes.ServerLoginRefused)]
    [InlineData(PostgresErrorCodes.DiskFull, ErrorCodes.DatabaseFull)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, ErrorCodes.DatabaseLocked)]
    [InlineData(PostgresErrorCodes.NotNullViolation, null)]
    public void A_SQLSTATE_has_its_error(string state, string? expected) =>
        Assert.Equal(expected, ServerErrors.Translate(new PostgresException("found by the server", "ERROR", "ERROR", state), "h:1", "h:1/d")?.Code);

    private static void AssertIs(SellsyImportException exception, string code, string argument)
    {
        Assert.Equal(code, exception.Code);
        Assert.Equal([argument], exception.Arguments);
    }

    private string With(string setting) => $"{server.ConnectionString};{setting}";

    private async Task<SellsyImportException> FailureAsync(string connectionString)
    {
        var sink = new PostgreSqlLeadSink(_store.Open(options => options.ConnectionString = connectionString));
        return await Assert.ThrowsAsync<SellsyImportException>(
            () => sink.AddAsync(Samples.Batch(7, Samples.Lead(7)), TestContext.Current.CancellationToken).AsTask());
    }
}
