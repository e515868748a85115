using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// The SHA-256 of each block of a file. The first reading of a block sets its hash; every later reading is compared with it. Thread-safe.
/// </summary>
internal sealed class BlockHashes
{
    /// <summary>The bytes of a block; the last block of a file may be shorter.</summary>
    public const int BlockSize = 64 * 1024;

    private const int HashSize = SHA256.HashSizeInBytes;

    private readonly Lock _lock = new();
    private readonly byte[] _hashes;
    private readonly bool[] _isKnown;

    public BlockHashes(long length)
        : this(length, new byte[checked((int)(CountOf(length) * HashSize))])
    {
    }

    private BlockHashes(long length, byte[] hashes) => (Length, _hashes, _isKnown) = (length, hashes, new bool[hashes.Length / HashSize]);

    /// <summary>The bytes of the file.</summary>
    public long Length { get; }

    /// <summary>
    /// The hash of a file once all its blocks are known: <c>sha256:</c> and the SHA-256 of its length (8 bytes, lowest first) and of the hashes of
    /// its blocks.
    /// </summary>
    public string FileHash
    {
        get
        {
            if (Array.IndexOf(_isKnown, false) >= 0)
            {
                throw new InvalidOperationException("A block of the file was not read.");
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> length = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(length, Length);
            hash.AppendData(length);
            hash.AppendData(_hashes);
            return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote. Memory grows with the bytes that are there, not with the length that is claimed.</summary>
    /// <exception cref="InvalidDataException">The length is negative, or the hashes end early.</exception>
    public static BlockHashes Read(ref ByteReader reader, long length)
    {
        ByteReader.Require(length >= 0 && CountOf(length) <= reader.Left / HashSize);
        var read = new BlockHashes(length, reader.ReadBytes((int)CountOf(length) * HashSize).ToArray());
        Array.Fill(read._isKnown, true);
        return read;
    }

    public void Write(BinaryWriter writer) => writer.Write(_hashes);

    /// <summary>Whether the block at this byte was read before.</summary>
    public bool IsKnown(long offset)
    {
        lock (_lock)
        {
            return _isKnown[offset / BlockSize];
        }
    }

    /// <summary>Compares bytes with those that were read before.</summary>
    /// <param name="offset">Their place in the file: the start of a block.</param>
    /// <param name="bytes">Whole blocks, or all bytes up to the end of the file.</param>
    /// <returns>The place of the first block that differs, or null if none does.</returns>
    public long? FindChanged(long offset, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[HashSize];
        for (; !bytes.IsEmpty; offset += BlockSize)
        {
            var size = Math.Min(BlockSize, bytes.Length);
            SHA256.HashData(bytes[..size], hash);
            if (!IsAsBefore((int)(offset / BlockSize), hash))
            {
                return offset;
            }

            bytes = bytes[size..];
        }

        return null;
    }

    private static long CountOf(long length) => (length / BlockSize) + (length % BlockSize == 0 ? 0 : 1);

    private bool IsAsBefore(int block, ReadOnlySpan<byte> hash)
    {
        lock (_lock)
        {
            var known = _hashes.AsSpan(block * HashSize, HashSize);
            if (_isKnown[block])
            {
                return hash.SequenceEqual(known);
            }

            hash.CopyTo(known);
            return _isKnown[block] = true;
        }
    }
}
