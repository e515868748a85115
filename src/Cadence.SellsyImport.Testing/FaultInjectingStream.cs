namespace Cadence.SellsyImport.Testing;

/// <summary>
/// Reads from another stream with typical faults: returns few bytes at a time, cannot seek, fails or hangs in the middle.
/// Not thread-safe.
/// </summary>
public sealed class FaultInjectingStream : Stream
{
    private readonly Stream _inner;
    private long _bytesRead;

    /// <summary>Creates the stream.</summary>
    /// <param name="inner">Where the bytes come from; it is disposed with this stream.</param>
    public FaultInjectingStream(Stream inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <summary>The largest number of bytes that one call returns.</summary>
    /// <value>1 or more. Default: no limit.</value>
    public int MaxBytesPerRead { get; init; } = int.MaxValue;

    /// <summary>Whether the stream can seek.</summary>
    /// <value>Default: <see langword="true"/> if the other stream can.</value>
    public bool AllowSeeking { get; init; } = true;

    /// <summary>After how many bytes, counted over all calls, reading throws <see cref="InjectedFaultException"/>.</summary>
    /// <value>Default: never.</value>
    public long? FailAfterBytes { get; init; }

    /// <summary>After how many bytes, counted over all calls, reading hangs until it is cancelled.</summary>
    /// <value>Default: never.</value>
    public long? HangAfterBytes { get; init; }

    /// <summary>Whether the stream was disposed.</summary>
    public bool IsDisposed { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => !IsDisposed;

    /// <inheritdoc/>
    public override bool CanSeek => AllowSeeking && _inner.CanSeek;

    /// <summary>Never: the stream is only read.</summary>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The stream cannot seek.</exception>
    public override long Length => Seekable().Length;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The stream cannot seek.</exception>
    public override long Position
    {
        get => Seekable().Position;
        set => Seekable().Position = value;
    }

    /// <inheritdoc/>
    /// <exception cref="InjectedFaultException">The byte of <see cref="FailAfterBytes"/> was reached.</exception>
    /// <exception cref="InvalidOperationException">The byte of <see cref="HangAfterBytes"/> was reached, and this call cannot be cancelled.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (HangAfterBytes <= _bytesRead)
        {
            throw new InvalidOperationException("The stream was to hang here, and a synchronous read would hang for ever. Read asynchronously.");
        }

        var read = _inner.Read(buffer[..Allowed(buffer.Length)]);
        _bytesRead += read;
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    /// <exception cref="InjectedFaultException">The byte of <see cref="FailAfterBytes"/> was reached.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (HangAfterBytes <= _bytesRead)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var read = await _inner.ReadAsync(buffer[..Allowed(buffer.Length)], cancellationToken).ConfigureAwait(false);
        _bytesRead += read;
        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The stream cannot seek.</exception>
    public override long Seek(long offset, SeekOrigin origin) => Seekable().Seek(offset, origin);

    /// <summary>Does nothing: the stream is only read.</summary>
    public override void Flush()
    {
    }

    /// <summary>Is not supported: the stream is only read.</summary>
    /// <param name="value">Ignored.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void SetLength(long value) => throw new NotSupportedException("The stream is only read.");

    /// <summary>Is not supported: the stream is only read.</summary>
    /// <param name="buffer">Ignored.</param>
    /// <param name="offset">Ignored.</param>
    /// <param name="count">Ignored.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is only read.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !IsDisposed)
        {
            IsDisposed = true;
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Allowed(int wanted)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (FailAfterBytes <= _bytesRead && wanted > 0)
        {
            throw new InjectedFaultException($"The stream broke after {_bytesRead} bytes, as the test asked.");
        }

        var untilFault = Math.Min(FailAfterBytes ?? long.MaxValue, HangAfterBytes ?? long.MaxValue) - _bytesRead;
        return (int)Math.Min(Math.Min(wanted, MaxBytesPerRead), untilFault);
    }

    private Stream Seekable() => CanSeek ? _inner : throw new NotSupportedException("The stream cannot seek.");
}
