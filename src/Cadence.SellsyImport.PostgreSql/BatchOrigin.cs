namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Which batch creates a row, when it is written or undone.</summary>
/// <param name="Import">The import's number in the table.</param>
/// <param name="Number">The batch's number.</param>
internal readonly record struct BatchOrigin(long Import, int Number);
