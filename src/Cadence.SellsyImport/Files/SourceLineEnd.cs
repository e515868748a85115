using System.Runtime.InteropServices;

namespace Cadence.SellsyImport.Files;

/// <summary>Finds line ends in the bytes of the file, in any encoding.</summary>
internal static class SourceLineEnd
{
    /// <summary>The first line end.</summary>
    /// <param name="bytes">Bytes that start at a character.</param>
    /// <param name="encoding">Their encoding.</param>
    /// <returns>Its position, or -1, and its length in bytes.</returns>
    public static (int Position, int Length) Find(ReadOnlySpan<byte> bytes, TextEncoding encoding) => (encoding.UnitSize, encoding.IsBigEndian) switch
    {
        (sizeof(ushort), false) => Find(MemoryMarshal.Cast<byte, ushort>(bytes), '\r', '\n', sizeof(ushort)),
        (sizeof(ushort), true) => Find(MemoryMarshal.Cast<byte, ushort>(bytes), (ushort)('\r' << 8), (ushort)('\n' << 8), sizeof(ushort)),
        (sizeof(uint), false) => Find(MemoryMarshal.Cast<byte, uint>(bytes), '\r', '\n', sizeof(uint)),
        (sizeof(uint), true) => Find(MemoryMarshal.Cast<byte, uint>(bytes), (uint)'\r' << 24, (uint)'\n' << 24, sizeof(uint)),
        _ => Find(bytes, (byte)'\r', (byte)'\n', 1),
    };

    private static (int Position, int Length) Find<TUnit>(ReadOnlySpan<TUnit> units, TUnit carriageReturn, TUnit lineFeed, int unitSize)
        where TUnit : struct, IEquatable<TUnit>
    {
        var at = units.IndexOfAny(carriageReturn, lineFeed);
        if (at < 0)
        {
            return (-1, 0);
        }

        var isPair = units[at].Equals(carriageReturn) && at + 1 < units.Length && units[at + 1].Equals(lineFeed);
        return (at * unitSize, (isPair ? 2 : 1) * unitSize);
    }
}
