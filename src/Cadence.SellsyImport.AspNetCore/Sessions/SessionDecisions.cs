using System.Collections.Immutable;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What the person decided on: the users of owners, and contacts that were matched to existing leads.</summary>
internal sealed record SessionDecisions(
    ImmutableArray<OwnerDecision>? Owners = null, string? Blank = null, string? Unknown = null, ImmutableArray<SessionMatch>? Matches = null, string? OtherMatches = null)
{
    private const string Same = "same";
    private const string New = "new";

    /// <summary>The decisions of the importer about owners.</summary>
    /// <exception cref="ArgumentException">A text or an id is blank.</exception>
    public OwnerDecisions ToOwners()
    {
        var decisions = (Owners ?? []).Aggregate(OwnerDecisions.None, (all, one) => all.With(one.Text, one.UserId));
        decisions = Blank is null ? decisions : decisions.ForBlank(Blank);
        return Unknown is null ? decisions : decisions.ForUnknown(Unknown);
    }

    /// <summary>The decisions of the importer about matches.</summary>
    /// <exception cref="ArgumentException">An id is blank, or the decision on others is none that can be made.</exception>
    public MatchDecisions ToMatches()
    {
        var decisions = (Matches ?? []).Aggregate(
            MatchDecisions.None, (all, one) => one.Lead is null ? all.WithNew(one.Contact) : all.WithSame(one.Contact, one.Lead));
        return OtherMatches switch
        {
            null => decisions,
            Same => decisions.ForOthers(MatchDecision.Same),
            New => decisions.ForOthers(MatchDecision.New),
            _ => throw new ArgumentException("The decision is none that can be made.", nameof(OtherMatches)),
        };
    }

    public static SessionDecisions Of(ImportProfile profile) => new(
        [.. profile.Owners.All.Select(one => new OwnerDecision(one.Key, one.Value))],
        profile.Owners.BlankUserId,
        profile.Owners.UnknownUserId,
        [.. profile.MatchDecisions.All.Select(one => new SessionMatch(one.Key, one.Value.Length == 0 ? null : one.Value))],
        profile.MatchDecisions.Others switch { MatchDecision.Same => Same, MatchDecision.New => New, _ => null });
}
