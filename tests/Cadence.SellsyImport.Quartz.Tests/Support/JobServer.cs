using Cadence.SellsyImport.Quartz.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(JobServer))]

namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>The PostgreSQL server of all tests. A test without it is skipped, or fails where one is required.</summary>
public sealed class JobServer : IAsyncLifetime
{
    private ServerProcess? _server;

    internal string ConnectionString => Require().ConnectionString;

    public async ValueTask InitializeAsync()
    {
        if (LongProof.StartsServers && ServerBinaries.Find() is { } binaries)
        {
            _server = await ServerProcess.StartNewAsync(binaries, ServerProcess.OfTests);
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal static string RequireBinaries() => LongProof.RequireServer(ServerBinaries.Find());

    /// <summary>The rows of a query, each as its values.</summary>
    internal async Task<List<object?[]>> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return rows;
    }

    private ServerProcess Require()
    {
        RequireBinaries();
        return _server!;
    }
}
