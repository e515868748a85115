using System.Collections.Immutable;
using Cadence.SellsyImport.Owners;

namespace Cadence.SellsyImport.Testing;

/// <summary>Passes every question on to another resolver and records it, to show that each owner is asked for once. Thread-safe.</summary>
/// <param name="inner">The resolver that answers.</param>
public sealed class RecordingOwnerResolver(IOwnerResolver inner) : IOwnerResolver
{
    private ImmutableList<ImmutableArray<OwnerRequest>> _calls = [];

    /// <summary>The questions of every call, in the order of the calls.</summary>
    public IReadOnlyList<ImmutableArray<OwnerRequest>> Calls => Volatile.Read(ref _calls);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<OwnerResolution>> ResolveAsync(
        ImmutableArray<OwnerRequest> requests,
        CancellationToken cancellationToken = default)
    {
        ImmutableInterlocked.Update(ref _calls, static (calls, call) => calls.Add(call), requests);
        return inner.ResolveAsync(requests, cancellationToken);
    }
}
