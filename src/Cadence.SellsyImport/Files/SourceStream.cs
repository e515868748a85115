namespace Cadence.SellsyImport.Files;

/// <summary>An opened file as a stream, for a reader of the host's own and for copying records. Like any stream, not thread-safe.</summary>
internal sealed class SourceStream(SourceFile file) : Stream
{
    private readonly SourceWindow _window = new(file, BlockHashes.BlockSize);

    public SourceFile File => file;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length)
        {
            return 0;
        }

        _window.MoveTo(Position);
        if (_window.Bytes.IsEmpty)
        {
            await _window.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        var read = Math.Min(buffer.Length, _window.Bytes.Length);
        _window.Bytes[..read].CopyTo(buffer);
        Position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            _ => Length,
        };
        return Position = position >= 0 ? position : throw new IOException("A place before the start of the file is sought.");
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _window.Dispose();
        }

        base.Dispose(disposing);
    }
}
