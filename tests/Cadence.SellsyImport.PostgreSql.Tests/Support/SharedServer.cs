using Cadence.SellsyImport.PostgreSql.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedServer))]

namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>The server of all tests, started with the first of them. A test without it is skipped, or fails where one is required.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private const string NoServer = "No PostgreSQL server is installed (neither under /usr/lib/postgresql nor on the PATH).";

    private ServerProcess? _server;

    /// <summary>How the server is reached.</summary>
    internal string ConnectionString => Running.ConnectionString;

    internal int Port => Running.Port;

    private ServerProcess Running => _server ?? throw new InvalidOperationException(NoServer);

    public async ValueTask InitializeAsync()
    {
        if (ServerBinaries.Find() is { } binaries)
        {
            _server = await ServerProcess.StartNewAsync(binaries, ServerProcess.OfTests);
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The folder of the server's programs.</summary>
    internal static string RequireBinaries()
    {
        var binaries = ServerBinaries.Find();
        if (binaries is null && Environment.GetEnvironmentVariable("CADENCE_REQUIRE_POSTGRES") == "1")
        {
            Assert.Fail($"{NoServer} CADENCE_REQUIRE_POSTGRES=1 asks for one: install the package postgresql.");
        }

        Assert.SkipWhen(binaries is null, NoServer);
        return binaries;
    }

    /// <summary>A store of its own: a new schema.</summary>
    internal TestStore NewStore(Action<PostgreSqlLeadStoreOptions>? configure = null)
    {
        RequireBinaries();
        return new(ConnectionString, configure);
    }
}
