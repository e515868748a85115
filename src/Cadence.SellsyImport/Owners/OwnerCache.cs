using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Owners;

/// <summary>The answer for every distinct owner of a file under the decisions of a person; each owner was asked for once.</summary>
/// <param name="decisions">The decisions.</param>
/// <param name="sellsyAccount">The account of the file.</param>
internal sealed class OwnerCache(OwnerDecisions decisions, string sellsyAccount)
{
    private readonly Dictionary<OwnerReference, OwnerResolution> _byReference = [];

    public OwnerCache(OwnerDecisions decisions, string sellsyAccount, IEnumerable<OwnerResolution> resolutions)
        : this(decisions, sellsyAccount)
    {
        foreach (var resolution in resolutions)
        {
            _byReference[resolution.Owner] = resolution;
        }
    }

    public OwnerDecisions Decisions => decisions;

    public string SellsyAccount => sellsyAccount;

    public ImmutableArray<OwnerResolution> Resolutions => [.. _byReference.Values];

    /// <summary>The answer for an owner, or null if the owner was not looked up, for example because a mapper created it.</summary>
    public OwnerResolution? Find(OwnerReference owner) => _byReference.GetValueOrDefault(owner);

    /// <summary>Whether the user of an owner is the one for all that are blank or unknown.</summary>
    public bool IsStandIn(OwnerReference owner) => Find(owner) is { IsDefault: true };

    /// <summary>
    /// Asks the resolver which texts with a comma are the name of one owner: "last name, first name", or a text that was decided on.
    /// </summary>
    /// <returns>Those of the texts that are not unknown.</returns>
    public async ValueTask<ImmutableHashSet<string>> FindOneNamesAsync(
        IOwnerResolver resolver, ImmutableArray<string> texts, CancellationToken cancellationToken)
    {
        var answers = await AskAsync(resolver, [.. texts.Select(text => Request(new(text, null)))], cancellationToken).ConfigureAwait(false);
        return [.. texts.Where((_, i) => answers[i].Kind != OwnerResolutionKind.Unknown)];
    }

    /// <summary>Asks the resolver for owners that were not asked for yet, and for the users who stand for none and for unknown ones.</summary>
    public async ValueTask ResolveAsync(IOwnerResolver resolver, IEnumerable<OwnerReference> owners, CancellationToken cancellationToken)
    {
        IEnumerable<OwnerReference> none = decisions.BlankUserId is null ? [] : [default];
        ImmutableArray<OwnerRequest> requests = [.. owners.Concat(none).Distinct().Where(owner => !_byReference.ContainsKey(owner)).Select(Request)];
        foreach (var answer in await AskAsync(resolver, requests, cancellationToken).ConfigureAwait(false))
        {
            _byReference[answer.Owner] = answer with { IsDefault = answer.Owner.IsNone && answer.User is not null };
        }

        if (decisions.UnknownUserId is { } userId)
        {
            requests = [.. requests.Where(request => IsUnknown(request.Owner)).Select(request => request with { DecidedUserId = userId })];
            foreach (var answer in await AskAsync(resolver, requests, cancellationToken).ConfigureAwait(false))
            {
                _byReference[answer.Owner] = answer with { IsDefault = answer.User is not null };
            }
        }
    }

    private OwnerRequest Request(OwnerReference owner) => new(owner, decisions.Find(owner)) { SellsyAccount = sellsyAccount };

    private bool IsUnknown(OwnerReference owner) => !owner.IsNone && _byReference[owner].Kind == OwnerResolutionKind.Unknown;

    private static async ValueTask<ImmutableArray<OwnerResolution>> AskAsync(
        IOwnerResolver resolver, ImmutableArray<OwnerRequest> requests, CancellationToken cancellationToken)
    {
        if (requests.IsEmpty)
        {
            return [];
        }

        var answers = await resolver.ResolveAsync(requests, cancellationToken).ConfigureAwait(false);
        SeamGuard.Check(nameof(IOwnerResolver), answers.IsDefault ? 0 : answers.Length, requests.Length, "answers");
        for (var i = 0; i < requests.Length; i++)
        {
            var answer = answers[i];
            SeamGuard.Check(nameof(IOwnerResolver), answer?.Owner == requests[i].Owner, "the answers in the order of the owners");
            SeamGuard.Known(nameof(IOwnerResolver), answer!.Kind);
            SeamGuard.Check(nameof(IOwnerResolver), (answer.Kind == OwnerResolutionKind.Found) == (answer.User is not null), "a user exactly where one is found");
            var candidates = SeamGuard.Whole(nameof(IOwnerResolver), answer.Candidates);
            UserGuard.Check(nameof(IOwnerResolver), answer.User is { } user ? candidates.Add(user) : candidates);
        }

        return answers;
    }
}
