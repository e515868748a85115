using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Text;

public class TextHashTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(7, 300)]
    [InlineData(1_016, 3)]
    [InlineData(1_020, 3)]
    [InlineData(5_000, 2)]
    public void The_hash_is_that_of_all_lengths_and_texts_however_long(int length, int times)
    {
        using var hash = new TextHash();
        var bytes = new List<byte>();
        for (var i = 0; i < times; i++)
        {
            var text = new string('é', length / 2) + new string('x', length % 2) + (i % 2 == 0 ? "" : "\uD800");
            hash.Append(text).Append(i).Append(null);
            bytes.AddRange([.. Number(Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text), .. Number(i), .. Number(-1)]);
        }

        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData([.. bytes])), hash.Finish());
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
