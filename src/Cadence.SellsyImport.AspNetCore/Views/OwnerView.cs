namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>An owner of the file.</summary>
internal sealed record OwnerView(string Text, string? UserId, string? Name, long Rows);
