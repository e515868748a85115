using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Owners;

/// <summary>
/// Resolves owners among the users that the host or the store provides: by decision, by Sellsy id, by e-mail address, by full name. Nothing is
/// ever picked among several, and the last name alone is no name.
/// </summary>
internal sealed class UserDirectoryOwnerResolver(ICadenceUserProvider? users) : IOwnerResolver
{
    public async ValueTask<ImmutableArray<OwnerResolution>> ResolveAsync(
        ImmutableArray<OwnerRequest> requests,
        CancellationToken cancellationToken = default)
    {
        var provider = users ?? throw new SellsyImportException(ErrorCodes.UsersMissing);
        var all = await provider.GetUsersAsync(cancellationToken).ConfigureAwait(false);
        SeamGuard.Check(nameof(ICadenceUserProvider), all is not null && !all.Contains(null!), "a list without null");
        UserGuard.Check(nameof(ICadenceUserProvider), all!);
        var directory = new UserDirectory(all!);
        return [.. requests.Select(request => Resolve(directory, request))];
    }

    private static OwnerResolution Resolve(UserDirectory directory, OwnerRequest request)
    {
        var owner = request.Owner;
        var isContradiction = false;
        var named = owner.Name is null ? [] : directory.WithText(owner.Name, out isContradiction);
        if (request.DecidedUserId is { } decided && !IsOneOfSeveralById(directory, request, named))
        {
            return directory.WithId(decided) is { } user ? Found(owner, user) : new(owner, OwnerResolutionKind.DecisionStale, null, []);
        }

        return isContradiction ? new(owner, OwnerResolutionKind.Conflict, null, named)
            : owner.SellsyId is null ? ByName(directory, owner, named)
            : BySellsyId(directory, request, named);
    }

    /// <summary>Whether the id already says which of several users of the text is meant: a decision on the text is for the rows where nothing does.</summary>
    private static bool IsOneOfSeveralById(UserDirectory directory, OwnerRequest request, ImmutableArray<CadenceUser> named) =>
        named.Length > 1 && request.Owner.SellsyId is { } id && directory.WithSellsyId(request.SellsyAccount, id) is [var identified] && named.Contains(identified);

    private static OwnerResolution ByName(UserDirectory directory, OwnerReference owner, ImmutableArray<CadenceUser> named) => named.Length switch
    {
        0 => new(owner, OwnerResolutionKind.Unknown, null, owner.Name is null ? [] : directory.Nearest(owner.Name)),
        1 => Found(owner, named[0]),
        _ => new(owner, OwnerResolutionKind.Ambiguous, null, named),
    };

    /// <summary>
    /// The id decides, also among several users of one name. A name that means another user contradicts it. An id that no user bears
    /// leaves the name to decide among the users without one; where all users of that name bear other ids it contradicts them.
    /// </summary>
    private static OwnerResolution BySellsyId(UserDirectory directory, OwnerRequest request, ImmutableArray<CadenceUser> named)
    {
        var (owner, account) = (request.Owner, request.SellsyAccount);
        var identified = directory.WithSellsyId(account, owner.SellsyId!);
        ImmutableArray<CadenceUser> withoutId = [.. named.Where(user => !user.SellsyIdsIn(account).Any())];
        return identified.Length switch
        {
            0 when named.Length > 0 && withoutId.IsEmpty => new(owner, OwnerResolutionKind.Conflict, null, named),
            0 => ByName(directory, owner, withoutId),
            1 when named.IsEmpty || named.Contains(identified[0]) => Found(owner, identified[0]),
            1 => new(owner, OwnerResolutionKind.Conflict, null, [identified[0], .. named]),
            _ => new(owner, OwnerResolutionKind.Ambiguous, null, identified),
        };
    }

    private static OwnerResolution Found(OwnerReference owner, CadenceUser user) =>
        user.IsActive ? OwnerResolution.Found(owner, user) : new(owner, OwnerResolutionKind.Inactive, null, [user]);
}
