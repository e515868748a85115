namespace Cadence.SellsyImport.Storage;

/// <summary>A row that completes the lead of an earlier row of the file.</summary>
/// <param name="Row">The one-based number of the row.</param>
/// <param name="Outcome">What became of it, as long as its lead is not refused.</param>
public readonly record struct MergedRow(long Row, RowOutcome Outcome);
