using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Files;

/// <summary>Gives each cell a slot of a small table by its length, its first bytes and its last ones.</summary>
internal static class CellHash
{
    private const int BitsOfHash = 64;

    /// <param name="cell">The cell, not empty.</param>
    /// <param name="slotBits">The number of slots, as a power of two.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Of(ReadOnlySpan<byte> cell, int slotBits)
    {
        var hash = cell.Length switch
        {
            >= sizeof(ulong) => BinaryPrimitives.ReadUInt64LittleEndian(cell) + (31 * BinaryPrimitives.ReadUInt64LittleEndian(cell[^sizeof(ulong)..])),
            >= sizeof(uint) => BinaryPrimitives.ReadUInt32LittleEndian(cell) + (31UL * BinaryPrimitives.ReadUInt32LittleEndian(cell[^sizeof(uint)..])),
            _ => (ulong)((cell[0] << 8) | cell[^1]),
        };
        return (int)(((hash + (uint)cell.Length) * 0x9E3779B97F4A7C15) >> (BitsOfHash - slotBits));
    }
}
