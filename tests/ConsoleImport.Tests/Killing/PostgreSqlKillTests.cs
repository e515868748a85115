using Xunit;

namespace ConsoleImport.Tests.Killing;

public sealed class PostgreSqlKillTests(ITestOutputHelper output) : KillTests(output)
{
    private protected override Task<KillStore> OpenAsync() => PostgreSqlKillStore.StartAsync();
}
