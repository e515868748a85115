using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Npgsql;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>
/// The server that is measured: one of its own in a temporary folder with the default settings, started when it is first asked for, or one
/// that the environment names, with a database to throw away and a user who may make a checkpoint.
/// </summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    public const string Variable = "CADENCE_BENCHMARK_POSTGRESQL";

    private const string Schema = "cadence_benchmark";

    private readonly string? _named = Environment.GetEnvironmentVariable(Variable);
    private readonly string? _binaries = ServerBinaries.Find();
    private ServerProcess? _started;

    /// <summary>Why there is no server to measure; nothing where there is one.</summary>
    public string? Missing => _named is null && _binaries is null
        ? $"PostgreSQL takes no part: no server is installed (neither under /usr/lib/postgresql nor on the PATH), and {Variable} names none."
        : null;

    /// <summary>The version; nothing where the server was not asked for.</summary>
    public string? Version { get; private set; }

    /// <summary>Takes away what the run before left, so that each starts with the same.</summary>
    /// <returns>The database, and a schema that is not there.</returns>
    public async Task<PostgreSqlTarget> PrepareAsync()
    {
        var connectionString = await ConnectionStringAsync();
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"SET client_min_messages = warning; DROP SCHEMA IF EXISTS {Schema} CASCADE");
        await command.ExecuteNonQueryAsync();
        await using var checkpoint = source.CreateCommand("CHECKPOINT");
        await checkpoint.ExecuteNonQueryAsync();
        await using var version = source.CreateCommand("SHOW server_version");
        Version = ((string)(await version.ExecuteScalarAsync())!).Split(' ')[0];
        return new(new(connectionString), Schema);
    }

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<string> ConnectionStringAsync() =>
        _named ?? (_started ??= await ServerProcess.StartNewAsync(_binaries!)).ConnectionString;
}
