using System.Buffers;
using System.Globalization;

namespace Cadence.SellsyImport.Reading;

/// <summary>
/// The part of a stream that is in memory. It is filled whole, so that what is made of it does not depend on how many bytes the stream
/// returns at a time. Offsets count from where the stream stood when the export was opened.
/// </summary>
internal sealed class SourceWindow(Stream stream, long origin, string fileName, int capacity) : IDisposable
{
    private readonly bool _readsAtOnce = stream is MemoryStream or FileStream { IsAsync: false };
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int _capacity = capacity;
    private int _start;
    private int _end;

    public long Offset { get; private set; }

    public bool IsAtEnd { get; private set; }

    public int Capacity => _capacity;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(_start, _end - _start);

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
            var position = origin + Offset + _end;
            if (!IsAtEnd && stream.Position != position)
            {
                stream.Position = position;
            }

            while (!IsAtEnd && _end < _capacity)
            {
                var free = _buffer.AsMemory(_end, _capacity - _end);
                var read = _readsAtOnce ? stream.Read(free.Span) : await stream.ReadAsync(free, cancellationToken).ConfigureAwait(false);
                _end += read;
                IsAtEnd = read == 0;
            }
        }
        catch (Exception exception) when (exception is not SellsyImportException && !cancellationToken.IsCancellationRequested)
        {
            throw new SellsyImportException(
                ErrorCodes.FileUnreadable, exception, fileName, (Offset + _end).ToString(CultureInfo.InvariantCulture));
        }
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
