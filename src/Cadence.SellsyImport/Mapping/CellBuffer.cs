using System.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Room for the cells of one row as characters. It serves one thread.</summary>
internal sealed class CellBuffer
{
    private const int UsualRow = 4096;

    private char[] _characters = new char[UsualRow];
    private int _used;

    /// <summary>Releases the cells of the row before.</summary>
    public void Clear() => _used = 0;

    /// <summary>Widens a cell of valid UTF-8.</summary>
    public ReadOnlySpan<char> Widen(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > _characters.Length - _used)
        {
            // The cells that were widened before keep the room that they have.
            _characters = new char[Math.Max(UsualRow, 2 * cell.Length)];
            _used = 0;
        }

        var length = Encoding.UTF8.GetChars(cell, _characters.AsSpan(_used));
        var text = _characters.AsSpan(_used, length);
        _used += length;
        return text;
    }
}
