using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Owners;

/// <summary>The answer for every distinct owner of a file; each owner was asked for once.</summary>
internal sealed class OwnerCache
{
    private readonly Dictionary<OwnerReference, OwnerResolution> _byReference = [];

    public OwnerCache(IEnumerable<OwnerResolution> resolutions)
    {
        foreach (var resolution in resolutions)
        {
            _byReference[resolution.Owner] = resolution;
        }
    }

    public ImmutableArray<OwnerResolution> Resolutions => [.. _byReference.Values];

    /// <summary>The answer for an owner, or null if the owner was not looked up, for example because a mapper created it.</summary>
    public OwnerResolution? Find(OwnerReference owner) => _byReference.GetValueOrDefault(owner);

    /// <summary>Asks the resolver for owners that were not asked for yet.</summary>
    public async ValueTask ResolveAsync(
        IOwnerResolver resolver,
        IEnumerable<OwnerReference> owners,
        OwnerDecisions decisions,
        CancellationToken cancellationToken)
    {
        ImmutableArray<OwnerRequest> requests =
        [
            .. owners.Distinct().Where(owner => !_byReference.ContainsKey(owner)).Select(owner => new OwnerRequest(owner, decisions.Find(owner.Name))),
        ];
        if (requests.IsEmpty)
        {
            return;
        }

        var resolutions = await resolver.ResolveAsync(requests, cancellationToken).ConfigureAwait(false);
        SeamGuard.Check(nameof(IOwnerResolver), resolutions.IsDefault ? 0 : resolutions.Length, requests.Length, "answers");
        for (var i = 0; i < requests.Length; i++)
        {
            var (owner, resolution) = (requests[i].Owner, resolutions[i]);
            SeamGuard.Check(nameof(IOwnerResolver), resolution?.Owner == owner, "the answers in the order of the owners");
            SeamGuard.Known(nameof(IOwnerResolver), resolution!.Kind);
            SeamGuard.Check(nameof(IOwnerResolver), (resolution.Kind == OwnerResolutionKind.Found) == (resolution.User is not null), "a user exactly where one is found");
            SeamGuard.Whole(nameof(IOwnerResolver), resolution.Candidates);
            _byReference[owner] = resolution;
        }
    }
}
