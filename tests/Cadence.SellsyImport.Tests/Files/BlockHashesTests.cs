using System.Security.Cryptography;
using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

public sealed class BlockHashesTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, BlockHashes.BlockSize + 10).Select(i => (byte)(i * 7 / 3))];

    [Fact]
    public void The_hash_of_a_file_is_that_of_its_length_and_of_the_hashes_of_its_blocks()
    {
        var hashes = new BlockHashes(Bytes.Length);
        Assert.Null(hashes.FindChanged(0, Bytes));

        byte[] expected =
        [
            .. BitConverter.GetBytes((long)Bytes.Length),
            .. SHA256.HashData(Bytes.AsSpan(0, 65_536)),
            .. SHA256.HashData(Bytes.AsSpan(65_536)),
        ];
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(expected)), hashes.FileHash);
    }

    [Fact]
    public void The_first_block_that_is_not_as_before_is_found()
    {
        var hashes = new BlockHashes(Bytes.Length);
        Assert.Equal((null, null, false), (hashes.FindChanged(65_536, Bytes.AsSpan(65_536)), hashes.FindChanged(65_536, Bytes.AsSpan(65_536)), hashes.IsKnown(0)));
        Assert.Throws<InvalidOperationException>(() => hashes.FileHash);
        Assert.Null(hashes.FindChanged(0, Bytes));

        byte[] changed = [.. Bytes];
        changed[^1] ^= 1;

        Assert.Equal(65_536, hashes.FindChanged(0, changed));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_547 * 2)]
    [InlineData(long.MaxValue)]
    public void Hashes_of_another_length_are_refused(long length)
    {
        var hashes = new BlockHashes(Bytes.Length);
        hashes.FindChanged(0, Bytes);
        using var written = new MemoryStream();
        using var writer = new BinaryWriter(written);
        hashes.Write(writer);

        Assert.Equal(hashes.FileHash, Read(written.ToArray(), Bytes.Length).FileHash);
        Assert.Throws<InvalidDataException>(() => Read(written.ToArray(), length));
    }

    private static BlockHashes Read(byte[] bytes, long length)
    {
        var reader = new ByteReader(bytes);
        return BlockHashes.Read(ref reader, length);
    }
}
