namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>A file of a host that counts its streams.</summary>
internal sealed class TrackedSource
{
    private readonly Lock _lock = new();

    public TrackedSource(byte[] bytes)
    {
        Bytes = bytes;
        Source = ImportSource.From("contacts.csv", _ => ValueTask.FromResult<Stream>(new TrackedStream(this, Bytes)));
    }

    /// <summary>The file; a new array changes what streams give that are opened later.</summary>
    public byte[] Bytes { get; set; }

    public ImportSource Source { get; }

    /// <summary>Is called before each reading.</summary>
    public Action OnRead { get; set; } = () => { };

    public int Opened { get; private set; }

    public int Open { get; private set; }

    public int MostOpen { get; private set; }

    private void Count(int change)
    {
        lock (_lock)
        {
            Opened += Math.Max(0, change);
            Open += change;
            MostOpen = Math.Max(MostOpen, Open);
        }
    }

    private sealed class TrackedStream : MemoryStream
    {
        private readonly TrackedSource _source;
        private bool _isDisposed;

        public TrackedStream(TrackedSource source, byte[] bytes)
            : base(bytes, writable: false)
        {
            _source = source;
            source.Count(1);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _source.OnRead();
            return base.ReadAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isDisposed)
            {
                _isDisposed = true;
                _source.Count(-1);
            }

            base.Dispose(disposing);
        }
    }
}
