namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The imports of the history.</summary>
internal sealed record HistoryView(IReadOnlyList<HistoryEntryView> Imports);
