namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>A file whose length changes while streams of it are open.</summary>
internal sealed class ChangingStream(byte[] bytes)
{
    private readonly Lock _lock = new();
    private byte[] _bytes = bytes;

    public void Append(byte[] more)
    {
        lock (_lock)
        {
            _bytes = [.. _bytes, .. more];
        }
    }

    public void Cut(int length)
    {
        lock (_lock)
        {
            _bytes = _bytes[..length];
        }
    }

    public Stream Open() => new View(this);

    private sealed class View(ChangingStream file) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => file._bytes.Length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            lock (file._lock)
            {
                var read = (int)Math.Clamp(file._bytes.Length - Position, 0, count);
                file._bytes.AsSpan((int)Position, read).CopyTo(buffer.AsSpan(offset));
                Position += read;
                return read;
            }
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
