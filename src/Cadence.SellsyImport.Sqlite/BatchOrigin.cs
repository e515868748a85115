namespace Cadence.SellsyImport.Sqlite;

/// <summary>Which import and batch create a row.</summary>
/// <param name="Import">The id of the row in <c>imports</c>.</param>
/// <param name="Batch">The number of the batch.</param>
internal readonly record struct BatchOrigin(long Import, int Batch);
