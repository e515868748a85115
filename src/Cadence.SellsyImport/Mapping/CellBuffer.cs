using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    /// <param name="cell">The cell.</param>
    /// <param name="isPlain">Whether the cell is ASCII without an ampersand.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<char> Widen(ReadOnlySpan<byte> cell, out bool isPlain)
    {
        if (cell.Length > _characters.Length - _used)
        {
            // The cells that were widened before keep the room that they have.
            _characters = new char[Math.Max(UsualRow, 2 * cell.Length)];
            _used = 0;
        }

        var room = _characters.AsSpan(_used);
        isPlain = TryWidenPlain(cell, room);
        var length = isPlain ? cell.Length : Encoding.UTF8.GetChars(cell, room);
        _used += length;
        return room[..length];
    }

    /// <summary>Fast path for short ASCII cells: widens them by vectors. The last vector overlaps the one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryWidenPlain(ReadOnlySpan<byte> cell, Span<char> room)
    {
        if (cell.Length < sizeof(ulong))
        {
            return TryWidenFew(cell, room);
        }

        if (cell.Length < Vector128<byte>.Count)
        {
            var both = Vector128.Create(BinaryPrimitives.ReadUInt64LittleEndian(cell), BinaryPrimitives.ReadUInt64LittleEndian(cell[^sizeof(ulong)..])).AsByte();
            Vector128.WidenLower(both).CopyTo(Units(room));
            Vector128.WidenUpper(both).CopyTo(Units(room)[(cell.Length - sizeof(ulong))..]);
            return IsPlain(both);
        }

        for (var at = 0; ; at = Math.Min(at + Vector128<byte>.Count, cell.Length - Vector128<byte>.Count))
        {
            var part = Vector128.Create(cell[at..]);
            if (!IsPlain(part))
            {
                return false;
            }

            Vector128.WidenLower(part).CopyTo(Units(room)[at..]);
            Vector128.WidenUpper(part).CopyTo(Units(room)[(at + Vector128<ushort>.Count)..]);
            if (at + Vector128<byte>.Count == cell.Length)
            {
                return true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryWidenFew(ReadOnlySpan<byte> cell, Span<char> room)
    {
        for (var i = 0; i < cell.Length; i++)
        {
            room[i] = (char)cell[i];
            if (cell[i] is >= 0x80 or (byte)'&')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(Vector128<byte> part) =>
        (part.ExtractMostSignificantBits() | Vector128.Equals(part, Vector128.Create((byte)'&')).ExtractMostSignificantBits()) == 0;

    private static Span<ushort> Units(Span<char> room) => MemoryMarshal.Cast<char, ushort>(room);
}
