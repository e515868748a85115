namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What a row would change in a lead that exists.</summary>
internal sealed record ChangeView(string Label, string? Before, string? After);
