namespace Cadence.SellsyImport.Sqlite;

/// <summary>A lead as it stands in its table, whole.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Edits">How often anybody but an import or an undo changed it.</param>
/// <param name="Origin">The import and batch that created it; none where the host did.</param>
internal sealed record LeadRow(LeadVersion Lead, long Edits, BatchOrigin? Origin);
