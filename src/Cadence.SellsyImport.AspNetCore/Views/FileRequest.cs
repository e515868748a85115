namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What begins an upload.</summary>
internal sealed record FileRequest(string? Name, long Size);
