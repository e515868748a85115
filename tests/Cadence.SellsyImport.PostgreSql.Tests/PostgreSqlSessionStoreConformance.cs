using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PostgreSqlSessionStoreConformance(SharedServer server) : ImportSessionStoreConformance
{
    private readonly TestStore _store = server.NewStore();

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override ValueTask<IImportSessionStore> OpenStoreAsync() => new(new PostgreSqlSessionStore(_store.Open()));
}
