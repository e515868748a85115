using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Remembers cells of one field that are filled and have no issue, such as towns and titles that recur, and gives up where few recur. It
/// serves one thread.
/// </summary>
internal sealed class CellCache
{
    private const int SlotBits = 8;
    private const int LongestCell = 64;
    private const int Trial = 1024;

    private readonly byte[] _cells = new byte[LongestCell << SlotBits];
    private readonly byte[] _lengths = new byte[1 << SlotBits];
    private int _asked;
    private int _found;

    /// <summary>Whether cells recur so often that looking for them pays.</summary>
    public bool IsUseful { get; private set; } = true;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Contains(ReadOnlySpan<byte> cell)
    {
        if (++_asked == Trial)
        {
            IsUseful = 2 * _found >= Trial;
            (_asked, _found) = (0, 0);
        }

        var slot = CellHash.Of(cell, SlotBits);
        var isKnown = _lengths[slot] == cell.Length && cell.SequenceEqual(_cells.AsSpan(slot * LongestCell, cell.Length));
        _found += isKnown ? 1 : 0;
        return isKnown;
    }

    /// <summary>Stores a cell in place of another one, unless it is long.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (cell.Length <= LongestCell)
        {
            var slot = CellHash.Of(cell, SlotBits);
            _lengths[slot] = (byte)cell.Length;
            cell.CopyTo(_cells.AsSpan(slot * LongestCell));
        }
    }
}
