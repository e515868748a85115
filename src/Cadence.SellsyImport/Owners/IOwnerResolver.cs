using System.Collections.Immutable;

namespace Cadence.SellsyImport.Owners;

/// <summary>
/// From the owners that a file names to users of Cadence. The third seam. It is asked for all distinct owners of a file together, each
/// owner once, however many rows bear it. Before that, it is asked for the texts with a comma: one that is not unknown is one owner, and any
/// other is a list whose first owner counts. Implementations are thread-safe.
/// </summary>
public interface IOwnerResolver
{
    /// <summary>Resolves owners.</summary>
    /// <param name="requests">The distinct owners, with the decisions that were taken.</param>
    /// <param name="cancellationToken">Cancels the resolving.</param>
    /// <returns>An answer for every request, in the same order. Never a guess: a name that is not certain is unknown or ambiguous.</returns>
    ValueTask<ImmutableArray<OwnerResolution>> ResolveAsync(ImmutableArray<OwnerRequest> requests, CancellationToken cancellationToken = default);
}
