using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The cells of a row that was made.</summary>
internal readonly struct SellsyRowCells(SellsyRow row) : IRowCells
{
    public CellText this[int column] => new(row[column]);

    public bool TryGetUtf8(int column, out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        return false;
    }

    public CellText TextOf(ReadOnlySpan<byte> utf8) => throw new NotSupportedException();
}
