using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HttpSink.Tests;

/// <summary>The contract of every sink, over HTTP.</summary>
public sealed class HttpSinkConformance : LeadSinkConformance
{
    private Crm? _crm;

    public override async ValueTask InitializeAsync() => _crm = await Crm.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        await _crm!.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override int ManyLeads => LongProof.Count(sample: 1_000, all: 10_000);

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(_crm!.Open().GetRequiredService<ILeadSink>());

    protected override ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() => new([.. _crm!.Store.Contacts.Select(contact =>
        new StoredLead(contact.SellsyId, contact.FirstName, contact.Note, contact.Owner, contact.Company))]);
}
