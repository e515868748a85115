namespace Cadence.SellsyImport.Excel;

/// <summary>The text that is rendered and not yet read.</summary>
internal sealed class RenderedText
{
    private byte[] _bytes = new byte[128 * 1024];
    private int _read;

    /// <summary>The bytes of the text.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes of all texts up to now.</summary>
    public long Written { get; private set; }

    public bool IsRead => _read == Length;

    public void Clear() => (_read, Length) = (0, 0);

    public void Append(ReadOnlySpan<byte> text) => text.CopyTo(Next(text.Length));

    public void Fill(byte unit, int count) => Next(count).Fill(unit);

    public int Read(Span<byte> buffer)
    {
        var text = _bytes.AsSpan(_read, Math.Min(buffer.Length, Length - _read));
        text.CopyTo(buffer);
        _read += text.Length;
        return text.Length;
    }

    private Span<byte> Next(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + count, 2 * _bytes.Length));
        }

        var next = _bytes.AsSpan(Length, count);
        Length += count;
        Written += count;
        return next;
    }
}
