namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>An import of the history.</summary>
internal sealed record HistoryEntryView(
    string ImportId, string FileName, DateTimeOffset StartedAt, string? StartedBy, string State, string StateLabel, ReportCountsView Counts, string? Node, double? Rate,
    bool CanResume, bool CanCancel, bool CanUndo, bool HasRejected, string? SessionId);
