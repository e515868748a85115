using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>The server of all tests, started with the first of them. A test without it is skipped, or fails where one is required.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private ServerProcess? _server;

    public async ValueTask InitializeAsync()
    {
        if (LongProof.StartsServers && ServerBinaries.Find() is { } binaries)
        {
            _server = await ServerProcess.StartNewAsync(binaries, ServerProcess.OfTests);
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    public PostgreSqlCrm New(bool retries = false)
    {
        LongProof.RequireServer(ServerBinaries.Find());
        return new(_server!.ConnectionString, retries);
    }
}
