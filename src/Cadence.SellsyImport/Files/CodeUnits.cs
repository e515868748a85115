using System.Buffers.Binary;

namespace Cadence.SellsyImport.Files;

/// <summary>Reads and writes the code units of an encoding in which a separator and a quote are one unit each.</summary>
/// <param name="Size">The bytes of a unit: 1, 2 or 4.</param>
/// <param name="IsBigEndian">Whether the first byte of a unit is its highest.</param>
internal readonly record struct CodeUnits(int Size, bool IsBigEndian)
{
    public static CodeUnits Of(string encoding) => encoding switch
    {
        "utf-16" or "utf-16le" => new(2, IsBigEndian: false),
        "utf-16be" => new(2, IsBigEndian: true),
        "utf-32" or "utf-32le" => new(4, IsBigEndian: false),
        "utf-32be" => new(4, IsBigEndian: true),
        _ => new(1, IsBigEndian: false),
    };

    /// <summary>The unit at the start of the bytes; -1 where fewer bytes are left than a unit has.</summary>
    public int Read(ReadOnlySpan<byte> bytes) => bytes.Length < Size
        ? -1
        : Size switch
        {
            1 => bytes[0],
            2 => IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            _ => IsBigEndian ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes),
        };

    /// <summary>Writes a character of ASCII.</summary>
    public void Write(Stream destination, char character)
    {
        Span<byte> bytes = stackalloc byte[4];
        bytes.Clear();
        bytes[IsBigEndian ? Size - 1 : 0] = (byte)character;
        destination.Write(bytes[..Size]);
    }
}
