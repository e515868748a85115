namespace Cadence.SellsyImport.PostgreSql;

/// <summary>What creates a row.</summary>
/// <param name="Import">The import's number in the table; none where an undo writes.</param>
/// <param name="Number">The batch's number.</param>
internal readonly record struct BatchOrigin(long? Import, int? Number);
