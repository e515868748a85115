using System.Data.Common;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Npgsql;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

internal sealed class PostgreSqlKillStore : KillStore
{
    // A machine that is busy with other tests takes its time, and no kill is to be mistaken for that.
    private const string Patience = ";Timeout=300;Command Timeout=300";

    private readonly ServerProcess _server;

    private PostgreSqlKillStore(ServerProcess server) => _server = server;

    public static async Task<KillStore> StartAsync()
    {
        var binaries = LongProof.RequireServer(ServerBinaries.Find());
        return new PostgreSqlKillStore(await ServerProcess.StartNewAsync(binaries, ServerProcess.OfTests));
    }

    public override string[] Arguments(string name) => ["--postgres", Target(name)];

    public override string Target(string name) =>
        _server.ConnectionString.Replace("Database=postgres", $"Database={name}", StringComparison.Ordinal) + Patience;

    public override Task CreateAsync(string name) => RunAsync($"CREATE DATABASE {name}");

    public override Task CopyAsync(string from, string to) => RunAsync($"CREATE DATABASE {to} TEMPLATE {from}");

    public override ValueTask DisposeAsync() => _server.DisposeAsync();

    protected override DbConnection Connection(string name) => new NpgsqlConnection($"{Target(name)};Pooling=false;Search Path=cadence_import");

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{_server.ConnectionString}{Patience};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
