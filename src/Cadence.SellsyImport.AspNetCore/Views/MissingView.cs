namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A mandatory field that nothing feeds.</summary>
internal sealed record MissingView(string Field, string Label);
