using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

public sealed class SqliteKillTests(ITestOutputHelper output) : KillTests(output)
{
    private protected override Task<KillStore> OpenAsync() => Task.FromResult<KillStore>(new SqliteKillStore(Folder));
}
