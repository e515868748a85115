namespace Cadence.SellsyImport.Mapping;

/// <summary>The cells of a row by the index of their column, whatever the row is made of.</summary>
internal interface IRowCells
{
    /// <summary>The cell of a column; valid until the next row.</summary>
    CellText this[int column] { get; }
}
