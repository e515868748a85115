namespace Cadence.SellsyImport.Files;

/// <summary>A row that a line break without quotes cut into several lines.</summary>
/// <param name="Length">The bytes of all its lines, without the last line end.</param>
/// <param name="Cell">Where the line starts that has a single cell.</param>
internal readonly record struct SplitRow(int Length, int Cell);
