namespace Cadence.SellsyImport.Files;

/// <summary>Another text for every cell of a column that has exactly one text.</summary>
/// <param name="Column">The zero-based index of the column in the file.</param>
/// <param name="From">The text of the cells, exactly as the file has it, spaces and capitals included.</param>
/// <param name="To">The text that is read in its place.</param>
public sealed record ValueCorrection(int Column, string From, string To);
