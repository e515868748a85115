using Xunit;

namespace ConsoleImport.Tests.Killing;

public sealed class PostgreSqlManyProcessesTests(ITestOutputHelper output) : ManyProcessesTests(output)
{
    private protected override Task<KillStore> OpenAsync() => PostgreSqlKillStore.StartAsync();
}
