namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The rows by outcome.</summary>
internal sealed record ReportCountsView(long Read, long Added, long Updated, long Unchanged, long Skipped, long Errors);
