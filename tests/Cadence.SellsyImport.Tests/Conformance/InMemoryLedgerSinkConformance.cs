using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Conformance;

/// <summary>The reference ledger is a sink like any other.</summary>
public sealed class InMemoryLedgerSinkConformance : LeadSinkConformance
{
    private readonly InMemoryLedgerSink _store = new();

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(_store);

    protected override ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() =>
        new([.. _store.Leads.Select(one => new StoredLead(
            one.Lead.SellsyContactId, one.Lead.FirstName, one.Lead.Note, one.Owner.Id, one.Lead.Company?.Name))]);

    protected override async ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence)
    {
        await Task.Run(() => _store.StartCadence(sellsyContactId, cadence));
        return true;
    }
}
