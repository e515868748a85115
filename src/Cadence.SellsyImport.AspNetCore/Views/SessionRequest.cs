namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What opens a file.</summary>
internal sealed record SessionRequest(string? FileId);
