namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What the person decided about a contact that was matched: the existing lead, or null for a new one.</summary>
internal sealed record SessionMatch(string Contact, string? Lead);
