using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

public sealed class PostgreSqlKillTests(ITestOutputHelper output) : KillTests(output)
{
    private protected override Task<KillStore> OpenAsync() => PostgreSqlKillStore.StartAsync();
}
