using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Snippets;

// The code of docs/testing.md: how a store proves itself.
public sealed class InMemoryLeadSinkConformance : LeadSinkConformance
{
    private readonly InMemoryLeadSink _store = new();

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(_store);

    protected override ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() =>
        new([.. _store.Leads.Select(entry => new StoredLead(
            entry.Lead.SellsyContactId, entry.Lead.FirstName, entry.Lead.Note, entry.Owner.Id, entry.Lead.Company?.Name))]);
}
