using System.Text;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>A large file that is made up as it is read: a start, a filling again and again, an end.</summary>
internal sealed class RepeatingStream : Stream
{
    private readonly byte[] _start;
    private readonly byte[] _filling;
    private readonly byte[] _end;
    private readonly long _repeated;

    public RepeatingStream(string start, string filling, long repeatedBytes, string end)
    {
        _start = Encoding.UTF8.GetBytes(start);
        var unit = Encoding.UTF8.GetBytes(filling);
        _repeated = repeatedBytes / unit.Length * unit.Length;
        _filling = new byte[unit.Length * 4096];
        for (var at = 0; at < _filling.Length; at += unit.Length)
        {
            unit.CopyTo(_filling, at);
        }

        _end = Encoding.UTF8.GetBytes(end);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _start.Length + _repeated + _end.Length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var part = Part();
        var count = (int)Math.Min(Math.Min(part.Length, buffer.Length), Length - Position);
        part[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private ReadOnlySpan<byte> Part()
    {
        if (Position < _start.Length)
        {
            return _start.AsSpan((int)Position);
        }

        var filled = Position - _start.Length;
        if (filled >= _repeated)
        {
            return _end.AsSpan((int)(filled - _repeated));
        }

        var at = (int)(filled % _filling.Length);
        return _filling.AsSpan(at, (int)Math.Min(_filling.Length - at, _repeated - filled));
    }
}
