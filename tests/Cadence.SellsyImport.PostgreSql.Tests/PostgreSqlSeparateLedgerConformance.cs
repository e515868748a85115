using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PostgreSqlSeparateLedgerConformance(SharedServer server) : SeparateLedgerConformance
{
    private readonly TestStore _store = server.NewStore();

    protected override int Cases => LongProof.Count(sample: 1, all: 3);

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override ValueTask<ISeparateLedger> OpenLedgerAsync() => new(new PostgreSqlLedger(_store.Open(), Time));
}
