using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

public sealed class SqliteManyProcessesTests(ITestOutputHelper output) : ManyProcessesTests(output)
{
    private protected override Task<KillStore> OpenAsync() => Task.FromResult<KillStore>(new SqliteKillStore(Folder));
}
