using System.Collections.Immutable;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>The owners that the person decided on.</summary>
internal sealed record SessionDecisions(ImmutableArray<OwnerDecision>? Owners = null, string? Blank = null, string? Unknown = null)
{
    public IEnumerable<OwnerDecision> All => Owners ?? [];

    public string Key => string.Join('\n', [Blank ?? "", Unknown ?? "", .. All.Select(one => $"{one.Text}\t{one.UserId}")]);
}
