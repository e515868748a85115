using Cadence.SellsyImport.AspNetCore.Sessions;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The decisions about owners.</summary>
internal sealed record DecisionsView(IReadOnlyList<OwnerDecision> Owners, string? Blank, string? Unknown);
