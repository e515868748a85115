namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A user of Cadence.</summary>
internal sealed record UserView(string Id, string Name, string? Email, bool IsActive);
