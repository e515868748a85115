namespace Cadence.SellsyImport.Mapping;

/// <summary>The cells of a row by the index of their column, whatever the row is made of.</summary>
internal interface IRowCells
{
    /// <summary>The cell of a column; valid until the next row.</summary>
    CellText this[int column] { get; }

    /// <summary>The UTF-8 of a cell, where the row has no text of it yet.</summary>
    bool TryGetUtf8(int column, out ReadOnlySpan<byte> utf8);

    /// <summary>The text of a cell, given the UTF-8 that was read from it.</summary>
    CellText TextOf(ReadOnlySpan<byte> utf8);
}
