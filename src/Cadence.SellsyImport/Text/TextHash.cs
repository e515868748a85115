using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cadence.SellsyImport.Text;

/// <summary>
/// A SHA-256 over texts and numbers in order. Each text is written with its length, so that no two sequences are spelt the same.
/// </summary>
internal sealed class TextHash : IDisposable
{
    private const int BufferSize = 1024;

    private readonly byte[] _buffer = new byte[BufferSize];
    private IncrementalHash? _hash;
    private int _length;

    public TextHash Append(string? text)
    {
        if (text is null)
        {
            return Append(-1);
        }

        Append(Encoding.UTF8.GetByteCount(text));
        if (Encoding.UTF8.TryGetBytes(text, _buffer.AsSpan(_length), out var written))
        {
            _length += written;
            return this;
        }

        Flush().AppendData(Encoding.UTF8.GetBytes(text));
        return this;
    }

    public TextHash Append(int number)
    {
        if (_buffer.Length - _length < sizeof(int))
        {
            Flush();
        }

        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_length), number);
        _length += sizeof(int);
        return this;
    }

    public TextHash Append(long number) => Append((int)number).Append((int)(number >> 32));

    /// <summary>The hash so far: <c>sha256:</c> and 64 hexadecimal digits. Nothing can be appended any more.</summary>
    public string Finish() =>
        "sha256:" + Convert.ToHexStringLower(_hash is null ? SHA256.HashData(_buffer.AsSpan(0, _length)) : Flush().GetHashAndReset());

    public void Dispose() => _hash?.Dispose();

    private IncrementalHash Flush()
    {
        _hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _hash.AppendData(_buffer.AsSpan(0, _length));
        _length = 0;
        return _hash;
    }
}
