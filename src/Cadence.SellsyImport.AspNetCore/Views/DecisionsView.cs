using Cadence.SellsyImport.AspNetCore.Sessions;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The decisions about owners, and about contacts that were matched.</summary>
internal sealed record DecisionsView(
    IReadOnlyList<OwnerDecision> Owners, string? Blank, string? Unknown, IReadOnlyList<SessionMatch> Matches, string? OtherMatches);
