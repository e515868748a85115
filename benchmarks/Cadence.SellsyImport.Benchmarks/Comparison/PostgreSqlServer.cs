using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Npgsql;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>
/// The measured server: one in a temporary folder with the default settings, started on first use, or one that the environment
/// names. The user of the latter may create databases and make checkpoints. Only the own database of the benchmark is written and dropped.
/// </summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    public const string Variable = "CADENCE_BENCHMARK_POSTGRESQL";

    private const string Database = "cadence_benchmark";

    private readonly string? _named = Environment.GetEnvironmentVariable(Variable);
    private readonly string? _binaries = ServerBinaries.Find();
    private ServerProcess? _started;

    /// <summary>Why there is no server to measure; null if there is one.</summary>
    public string? Missing => _named is null && _binaries is null
        ? $"PostgreSQL is not measured: no server is installed (neither under /usr/lib/postgresql nor on the PATH), and {Variable} names none."
        : null;

    /// <summary>The version; null if the server was not used.</summary>
    public string? Version { get; private set; }

    /// <summary>Drops the database of the previous run and creates it again, so that each run starts equally.</summary>
    /// <returns>The connection string of the empty database.</returns>
    public async Task<NpgsqlConnectionStringBuilder> PrepareAsync()
    {
        var connectionString = await ConnectionStringAsync();
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var drop = source.CreateCommand($"DROP DATABASE IF EXISTS {Database} WITH (FORCE)");
        await drop.ExecuteNonQueryAsync();
        await using var create = source.CreateCommand($"CREATE DATABASE {Database}");
        await create.ExecuteNonQueryAsync();
        await using var checkpoint = source.CreateCommand("CHECKPOINT");
        await checkpoint.ExecuteNonQueryAsync();
        await using var version = source.CreateCommand("SHOW server_version");
        Version = ((string)(await version.ExecuteScalarAsync())!).Split(' ')[0];
        return new(connectionString) { Database = Database, Pooling = false };
    }

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<string> ConnectionStringAsync() =>
        _named ?? (_started ??= await ServerProcess.StartNewAsync(_binaries!)).ConnectionString;
}
