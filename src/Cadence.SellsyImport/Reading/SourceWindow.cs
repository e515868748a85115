using System.Buffers;
using System.Globalization;

namespace Cadence.SellsyImport.Reading;

/// <summary>
/// The part of a stream that is in memory. It is filled whole, so that what is made of it does not depend on how many bytes the stream
/// returns at a time. Offsets count from where the stream stood when the export was opened.
/// </summary>
internal sealed class SourceWindow(Stream stream, long origin, string fileName, int capacity) : IDisposable
{
    private readonly bool _readsAtOnce = ReadsAtOnce(stream);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int _capacity = capacity;
    private int _start;
    private int _end;

    public long Offset { get; private set; }

    public bool IsAtEnd { get; private set; }

    public int Capacity => _capacity;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Whether the stream is read without waiting, so that several windows may take turns in it.</summary>
    public static bool ReadsAtOnce(Stream stream) => stream is MemoryStream or FileStream { IsAsync: false };

    public void MoveTo(long offset)
    {
        var step = offset - Offset;
        if (step >= 0 && step <= _end - _start)
        {
            _start += (int)step;
        }
        else
        {
            _start = _end = 0;
            IsAtEnd = false;
        }

        Offset = offset;
    }

    public void Grow(int newCapacity)
    {
        if (newCapacity <= _capacity)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(newCapacity);
        Bytes.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _capacity, _end, _start) = (larger, newCapacity, _end - _start, 0);
    }

    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_start > 0)
        {
            Bytes.Span.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        try
        {
            if (_readsAtOnce)
            {
                FillAtOnce();
                return;
            }

            Seek();
            while (!IsAtEnd && _end < _capacity)
            {
                Note(await stream.ReadAsync(_buffer.AsMemory(_end, _capacity - _end), cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception exception) when (exception is not SellsyImportException && !cancellationToken.IsCancellationRequested)
        {
            throw new SellsyImportException(
                ErrorCodes.FileUnreadable, exception, fileName, (Offset + _end).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Other windows may stand elsewhere in the same stream.</summary>
    private void FillAtOnce()
    {
        lock (stream)
        {
            Seek();
            while (!IsAtEnd && _end < _capacity)
            {
                Note(stream.Read(_buffer, _end, _capacity - _end));
            }
        }
    }

    private void Seek()
    {
        var position = origin + Offset + _end;
        if (!IsAtEnd && stream.Position != position)
        {
            stream.Position = position;
        }
    }

    private void Note(int read)
    {
        _end += read;
        IsAtEnd = read == 0;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }
}
