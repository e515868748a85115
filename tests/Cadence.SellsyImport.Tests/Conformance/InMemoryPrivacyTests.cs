using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Conformance;

public sealed class InMemoryPrivacyTests : PrivacyConformance
{
    private readonly InMemoryLedgerSink _sink = new();

    protected override int CallStep => LongProof.Count(sample: 2, all: 1);

    protected override ValueTask<ILeadSink> OpenSinkAsync() => ValueTask.FromResult<ILeadSink>(_sink);
}
