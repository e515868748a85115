using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Gives the values of one column that recur, such as an owner or a town, as one string, and stops looking where few do.
/// </summary>
internal sealed class ValuePool(int column)
{
    private const int SlotBits = 6;
    private const int LongestValue = 64;
    private const int Trial = 1024;

    /// <summary>So few rows that looking for values that recur does not pay.</summary>
    private const int FewRows = 16;

    private byte[]?[] _utf8 = [];
    private string[] _values = [];
    private int _asked;
    private int _found;
    private bool _isOff;

    public string Get(CsvReader csv) => _isOff ? csv.GetString(column) : Get(csv, csv.GetSpan(column));

    /// <param name="csv">The reader, at the record.</param>
    /// <param name="cell">The cell of the column, where it was taken already.</param>
    public string Get(CsvReader csv, ReadOnlySpan<byte> cell)
    {
        if (_isOff)
        {
            return csv.GetString(column);
        }

        if (cell.IsEmpty)
        {
            return "";
        }

        if (_utf8.Length == 0)
        {
            if (++_asked <= FewRows)
            {
                return csv.GetString(column);
            }

            (_asked, _utf8, _values) = (0, new byte[1 << SlotBits][], new string[1 << SlotBits]);
        }

        if (++_asked == Trial)
        {
            _isOff = 2 * _found < Trial;
            (_asked, _found) = (0, 0);
        }

        var slot = CellHash.Of(cell, SlotBits);
        if (_utf8[slot] is { } known && cell.SequenceEqual(known))
        {
            _found++;
            return _values[slot];
        }

        var value = csv.GetString(column);
        if (cell.Length <= LongestValue)
        {
            (_utf8[slot], _values[slot]) = (cell.ToArray(), value);
        }

        return value;
    }
}
