using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace ReadyLeads;

/// <summary>Keeps the leads that an import passes to it, so that a store can be measured without reading and mapping.</summary>
internal sealed class CapturingSink : ILeadSink
{
    public List<LeadEntry> Entries { get; } = [];

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        new([]);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        Entries.AddRange(batch.Entries);
        return new([.. batch.Entries.Select(_ => LeadEntryOutcome.Added)]);
    }
}
