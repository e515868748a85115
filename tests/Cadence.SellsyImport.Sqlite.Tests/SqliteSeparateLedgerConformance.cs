using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class SqliteSeparateLedgerConformance : SeparateLedgerConformance
{
    private readonly TemporaryStore _store = new();

    protected override int Cases => LongProof.Count(sample: 1, all: 10);

    protected override int CallStep => LongProof.Count(sample: 5, all: 1);

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }

    protected override ValueTask<ISeparateLedger> OpenLedgerAsync() => new(new SqliteLedger(_store.OpenKept(), Time));
}
