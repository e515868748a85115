using Cadence.SellsyImport.PostgreSql.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedServer))]

namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>The server of all tests, started with the first of them. A test without it is skipped, or fails where one is required.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private ServerProcess? _server;

    /// <summary>How the server is reached.</summary>
    internal string ConnectionString => Running.ConnectionString;

    internal int Port => Running.Port;

    private ServerProcess Running => _server ?? throw new InvalidOperationException("No server was started.");

    public async ValueTask InitializeAsync()
    {
        if (LongProof.StartsServers && ServerBinaries.Find() is { } binaries)
        {
            _server = await ServerProcess.StartNewAsync(binaries, ServerProcess.OfTests);
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The folder of the server's programs.</summary>
    internal static string RequireBinaries() => LongProof.RequireServer(ServerBinaries.Find());

    /// <summary>A store of its own: a new schema.</summary>
    internal TestStore NewStore(Action<PostgreSqlLeadStoreOptions>? configure = null)
    {
        RequireBinaries();
        return new(ConnectionString, configure);
    }
}
