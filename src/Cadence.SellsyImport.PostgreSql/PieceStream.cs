namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Reads a file that lies in pieces, one piece at a time, at any place.</summary>
/// <param name="pieceAt">Reads the piece that holds an offset.</param>
/// <param name="length">The length of the file.</param>
internal sealed class PieceStream(Func<long, CancellationToken, ValueTask<(long Start, byte[] Bytes)>> pieceAt, long length) : Stream
{
    private long _position;
    private long _start;
    private byte[] _bytes = [];

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        if (_position < _start || _position >= _start + _bytes.Length)
        {
            (_start, _bytes) = await pieceAt(_position, cancellationToken).ConfigureAwait(false);
        }

        var rest = _bytes.AsMemory((int)(_position - _start));
        var count = (int)Math.Min(Math.Min(rest.Length, buffer.Length), length - _position);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Current => _position,
        SeekOrigin.End => length,
        _ => 0,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
