using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>A sink that implements nothing but the seam; its answers can be replaced.</summary>
internal sealed class BareSink(ILeadSink inner) : ILeadSink
{
    public ImmutableArray<ExistingLead>? Existing { get; init; }

    public ImmutableArray<LeadEntryOutcome>? Outcomes { get; init; }

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        Existing is { } existing ? ValueTask.FromResult(existing) : inner.FindExistingAsync(sellsyContactIds, cancellationToken);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        Outcomes is { } outcomes ? ValueTask.FromResult(outcomes) : inner.AddAsync(batch, cancellationToken);
}
