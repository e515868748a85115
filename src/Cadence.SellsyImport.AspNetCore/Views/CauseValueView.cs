namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A text that cells of a cause have, and in how many rows.</summary>
internal sealed record CauseValueView(string Text, long Rows);
