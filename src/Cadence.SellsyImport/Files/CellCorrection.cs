namespace Cadence.SellsyImport.Files;

/// <summary>Another text for one cell.</summary>
/// <param name="Row">The one-based number of the row.</param>
/// <param name="Column">The zero-based index of the column in the file.</param>
/// <param name="Text">The text that is read in the place of the cell's.</param>
public sealed record CellCorrection(long Row, int Column, string Text);
