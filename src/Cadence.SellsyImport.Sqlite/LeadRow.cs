namespace Cadence.SellsyImport.Sqlite;

/// <summary>A complete lead as stored in its table.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Edits">How often it was changed by anything but an import or an undo.</param>
/// <param name="Origin">The import and batch that created it; null if the host created it.</param>
internal sealed record LeadRow(LeadVersion Lead, long Edits, BatchOrigin? Origin);
