using System.Buffers.Binary;

namespace Cadence.SellsyImport.Files;

/// <summary>Reads numbers from bytes. A length that exceeds the bytes left is refused before memory is allocated.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>The bytes that are not read yet.</summary>
    public readonly int Left => _left.Length;

    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        Require(count >= 0 && count <= _left.Length);
        var read = _left[..count];
        _left = _left[count..];
        return read;
    }

    public byte ReadByte() => ReadBytes(1)[0];

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(sizeof(int)));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(ReadBytes(sizeof(long)));

    /// <summary>Reads how many items follow.</summary>
    /// <param name="bytesOfItem">The fewest bytes that an item takes.</param>
    public int ReadCount(int bytesOfItem)
    {
        var count = ReadInt32();
        Require(count >= 0 && count <= _left.Length / bytesOfItem);
        return count;
    }

    /// <exception cref="InvalidDataException">The condition does not hold.</exception>
    public static void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidDataException();
        }
    }
}
