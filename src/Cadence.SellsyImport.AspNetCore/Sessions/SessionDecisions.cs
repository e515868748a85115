using System.Collections.Immutable;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>The owners that the person decided on.</summary>
internal sealed record SessionDecisions(ImmutableArray<OwnerDecision>? Owners = null, string? Blank = null, string? Unknown = null)
{
    public IEnumerable<OwnerDecision> All => Owners ?? [];

    public string Key => string.Join('\n', [Blank ?? "", Unknown ?? "", .. All.Select(one => $"{one.Text}\t{one.UserId}")]);

    /// <summary>The decisions of the importer.</summary>
    /// <exception cref="ArgumentException">A text or an id is blank.</exception>
    public OwnerDecisions ToDecisions()
    {
        var decisions = All.Aggregate(OwnerDecisions.None, (all, one) => all.With(one.Text, one.UserId));
        decisions = Blank is null ? decisions : decisions.ForBlank(Blank);
        return Unknown is null ? decisions : decisions.ForUnknown(Unknown);
    }

    public static SessionDecisions Of(OwnerDecisions decisions) =>
        new([.. decisions.All.Select(one => new OwnerDecision(one.Key, one.Value))], decisions.BlankUserId, decisions.UnknownUserId);
}
