using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The cells of a row that was made.</summary>
internal readonly struct SellsyRowCells(SellsyRow row) : IRowCells
{
    public CellText this[int column] => new(row[column]);
}
