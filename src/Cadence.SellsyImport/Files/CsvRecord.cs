using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>A record that nothing is wrong with, before texts are made of its cells. It is valid until the reader moves on.</summary>
internal readonly ref struct CsvRecord(CsvReader csv, RowPosition position)
{
    /// <summary>Where the record stands.</summary>
    public RowPosition Position => position;

    /// <summary>The UTF-8 of a cell, without the quotes around it.</summary>
    public ReadOnlySpan<byte> this[int column] => csv.GetSpan(column);

    /// <summary>The text of a cell, the same instance for values that recur.</summary>
    public string Text(ValuePool pool, ReadOnlySpan<byte> cell) => pool.Get(csv, cell);
}
