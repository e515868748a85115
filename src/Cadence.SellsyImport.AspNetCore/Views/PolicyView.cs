namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What a policy would do.</summary>
internal sealed record PolicyView(string Policy, string Label, long Updated, long Unchanged);
