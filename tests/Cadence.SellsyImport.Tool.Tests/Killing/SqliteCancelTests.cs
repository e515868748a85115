namespace Cadence.SellsyImport.Tool.Tests.Killing;

public sealed class SqliteCancelTests : CancelTests
{
    private protected override Task<KillStore> OpenAsync() => Task.FromResult<KillStore>(new SqliteKillStore(Folder));
}
