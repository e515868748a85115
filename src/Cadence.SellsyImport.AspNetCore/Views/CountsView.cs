namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The rows by status.</summary>
internal sealed record CountsView(long Blank, long Active, long Error, long Excluded);
