namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>How many rows a replacement would change.</summary>
internal sealed record CountView(long Rows);
