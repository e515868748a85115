using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>A store without a ledger that does what a test says before it adds leads. Can only be disposed asynchronously.</summary>
internal sealed class ScriptedSink(Func<CancellationToken, Task> onAdd) : ILeadSink, IAsyncDisposable
{
    private int _calls;

    public PlainSink Leads { get; } = new();

    /// <summary>How often leads were to be added.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        Leads.FindExistingAsync(sellsyContactIds, cancellationToken);

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        await onAdd(cancellationToken);
        return await Leads.AddAsync(batch, cancellationToken);
    }

    public ValueTask DisposeAsync() => default;
}
