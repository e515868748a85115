using System.Collections.Immutable;
using Cadence.SellsyImport;

namespace ConsoleImport.Hosting;

/// <summary>Stands for the database that does not exist yet: no contact is in it, and a preview does not create it.</summary>
internal sealed class EmptyLeadSink : ILeadSink
{
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) => ValueTask.FromResult(ImmutableArray<ExistingLead>.Empty);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Nothing can be added without a database.");
}
