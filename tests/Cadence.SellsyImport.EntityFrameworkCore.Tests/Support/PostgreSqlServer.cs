using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>The server of all tests, started with the first of them. A test without it is skipped, or fails where one is required.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const string NoServer = "No PostgreSQL server is installed (neither under /usr/lib/postgresql nor on the PATH).";

    private ServerProcess? _server;

    public async ValueTask InitializeAsync()
    {
        if (ServerBinaries.Find() is { } binaries)
        {
            _server = await ServerProcess.StartNewAsync(binaries, ServerProcess.OfTests);
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    public PostgreSqlCrm New(bool retries = false)
    {
        if (_server is null && Environment.GetEnvironmentVariable("CADENCE_REQUIRE_POSTGRES") == "1")
        {
            Assert.Fail($"{NoServer} CADENCE_REQUIRE_POSTGRES=1 asks for one: install the package postgresql.");
        }

        Assert.SkipWhen(_server is null, NoServer);
        return new(_server.ConnectionString, retries);
    }
}
