using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Excel;

/// <summary>One row of the sheet while it is rendered: its fields with separators between, without blank ones at the end.</summary>
/// <param name="package">The workbook, for the limit of a row.</param>
internal sealed class RowText(WorkbookPackage package)
{
    public const byte Separator = (byte)';';

    private const int MostBytes = 16 << 20;

    private byte[] _bytes = new byte[4096];
    private int _length;
    private int _column;
    private int _end;

    /// <summary>The text up to the last field that is not blank.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, _end);

    /// <summary>The number of fields up to the last one that is not blank; 0 for a blank row.</summary>
    public int Fields { get; private set; }

    /// <summary>How many line ends are within the cells.</summary>
    public int LineEndsWithin { get; private set; }

    public void Clear() => (_length, _column, _end, Fields, LineEndsWithin) = (0, 0, 0, 0, 0);

    /// <summary>Adds a cell.</summary>
    /// <param name="column">Its column, which is after those of the cells before.</param>
    /// <param name="field">Its field.</param>
    public void Add(int column, ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
        {
            return;
        }

        var separators = column - _column;
        var length = _length + separators + field.Length;
        if (length > MostBytes)
        {
            throw package.TooLarge(length, MostBytes, "row");
        }

        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(length, 2 * _bytes.Length));
        }

        _bytes.AsSpan(_length, separators).Fill(Separator);
        field.CopyTo(_bytes.AsSpan(_length + separators));
        (_length, _end, _column, Fields) = (length, length, column, column + 1);
        LineEndsWithin += LineEnds.Count(field);
    }
}
