using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PostgreSqlExportStoreConformance(SharedServer server) : ExportStoreConformance
{
    private readonly TestStore _store = server.NewStore();

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override ValueTask<IExportStore> OpenStoreAsync() => new(new PostgreSqlExportStore(_store.Open()));
}
