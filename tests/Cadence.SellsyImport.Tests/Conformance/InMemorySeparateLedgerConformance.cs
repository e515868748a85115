using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Conformance;

public sealed class InMemorySeparateLedgerConformance : SeparateLedgerConformance
{
    private InMemoryLedger? _ledger;

    protected override int Cases => LongProof.Count(sample: 1, all: 20);

    protected override int CallStep => LongProof.Count(sample: 5, all: 1);

    protected override ValueTask<ISeparateLedger> OpenLedgerAsync() => new(_ledger ??= new InMemoryLedger(Time));
}
