using System.Collections.Immutable;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>A sink that implements nothing but the seam.</summary>
internal sealed class BareSink(ILeadSink inner) : ILeadSink
{
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        inner.FindExistingAsync(sellsyContactIds, cancellationToken);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        inner.AddAsync(batch, cancellationToken);
}
