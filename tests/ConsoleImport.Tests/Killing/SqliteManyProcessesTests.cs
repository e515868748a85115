using Xunit;

namespace ConsoleImport.Tests.Killing;

public sealed class SqliteManyProcessesTests(ITestOutputHelper output) : ManyProcessesTests(output)
{
    private protected override Task<KillStore> OpenAsync() => Task.FromResult<KillStore>(new SqliteKillStore(Folder));
}
