using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

public sealed class PostgreSqlManyProcessesTests(ITestOutputHelper output) : ManyProcessesTests(output)
{
    private protected override Task<KillStore> OpenAsync() => PostgreSqlKillStore.StartAsync();
}
