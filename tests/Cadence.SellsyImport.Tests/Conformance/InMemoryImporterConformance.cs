using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Conformance;

public sealed class InMemoryImporterConformance : ImporterConformance
{
    private InMemoryLedgerSink _store = new();

    // What a preview and its write have in common hangs on no rule of culture; those have tests of their own in both modes.
    protected override int Cases => LongProof.Count(sample: 4, all: 200);

    protected override int CallStep => LongProof.Count(sample: 2, all: 1);

    protected override int Pairs => LongProof.Count(sample: 100, all: 10_000);

    protected override async ValueTask NewStoreAsync() => _store = await Task.FromResult(new InMemoryLedgerSink());

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(_store);

    protected override async ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) =>
        await Task.Run(() => _store.EditLead(sellsyContactId, lead => lead with { JobPosition = jobPosition, Note = note }));

    protected override async ValueTask RemoveLeadAsync(string sellsyContactId) => await Task.Run(() => _store.RemoveLead(sellsyContactId));
}
