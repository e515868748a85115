namespace Cadence.SellsyImport.AspNetCore.Sessions;

internal sealed record OwnerDecision(string Text, string UserId);
