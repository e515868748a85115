using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cadence.SellsyImport.Text;

/// <summary>
/// A SHA-256 over texts and numbers in order. Each text is written with its length, so that no two sequences are spelt the same.
/// </summary>
internal sealed class TextHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public TextHash Append(string? text)
    {
        if (text is null)
        {
            return Append(-1);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        Append(bytes.Length);
        _hash.AppendData(bytes);
        return this;
    }

    public TextHash Append(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>The hash so far: <c>sha256:</c> and 64 hexadecimal digits. Nothing can be appended any more.</summary>
    public string Finish() => "sha256:" + Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
