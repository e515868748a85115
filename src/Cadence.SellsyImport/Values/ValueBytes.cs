namespace Cadence.SellsyImport.Values;

/// <summary>Bytes that are equal to other bytes of the same content, as the backing field of a property.</summary>
internal readonly struct ValueBytes(ReadOnlyMemory<byte> bytes) : IEquatable<ValueBytes>
{
    private readonly ReadOnlyMemory<byte> _bytes = bytes;

    public static implicit operator ValueBytes(ReadOnlyMemory<byte> bytes) => new(bytes);

    public static implicit operator ReadOnlyMemory<byte>(ValueBytes bytes) => bytes._bytes;

    public bool Equals(ValueBytes other) => _bytes.Span.SequenceEqual(other._bytes.Span);

    public override bool Equals(object? obj) => obj is ValueBytes other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes.Span);
        return hash.ToHashCode();
    }
}
