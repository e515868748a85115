namespace Cadence.SellsyImport.Tool.Tests.Killing;

public sealed class PostgreSqlCancelTests : CancelTests
{
    private protected override Task<KillStore> OpenAsync() => PostgreSqlKillStore.StartAsync();
}
