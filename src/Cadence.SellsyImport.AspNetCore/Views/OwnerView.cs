namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>An owner of the file; the id is one within the plan.</summary>
internal sealed record OwnerView(string Id, string Text, string? UserId, string? Name, long Rows);
