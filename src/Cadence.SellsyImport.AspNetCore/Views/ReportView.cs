using Cadence.SellsyImport.AspNetCore.Sessions;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What became of an import.</summary>
internal sealed record ReportView(string ImportId, ReportCountsView Counts, double Elapsed, bool CanUndo, bool HasRejected, SessionUndo? Undo);
