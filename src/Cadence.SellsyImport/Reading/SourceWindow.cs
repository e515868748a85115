using System.Buffers;
using System.Globalization;

namespace Cadence.SellsyImport.Reading;

/// <summary>
/// The part of a stream that is in memory. It is filled whole, so that what is made of it does not depend on how many bytes the stream
/// returns at a time. Offsets count from where the stream stood when the export was opened.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="origin">Where it stood.</param>
/// <param name="fileName">The name of the file, for errors.</param>
/// <param name="capacity">How many bytes are read at a time.</param>
/// <param name="room">How many bytes can be put in front of them.</param>
internal sealed class SourceWindow(Stream stream, long origin, string fileName, int capacity, int room = 0) : IDisposable
{
    private readonly bool _readsAtOnce = ReadsAtOnce(stream);
    private readonly int _room = room;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(room + capacity);
    private int _capacity = capacity;
    private int _start = room;
    private int _end = room;

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
            _start = _end = _room;
            IsAtEnd = false;
        }

        Offset = offset;
    }

    /// <summary>Puts the bytes that stand before the window in front of it, where there is room.</summary>
    public bool TryPrepend(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _start)
        {
            return false;
        }

        _start -= bytes.Length;
        Offset -= bytes.Length;
        bytes.CopyTo(_buffer.AsSpan(_start));
        return true;
    }

    public void Grow(int newCapacity)
    {
        if (newCapacity <= _capacity)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_room + newCapacity);
        var start = Math.Min(_start, _room);
        Bytes.Span.CopyTo(larger.AsSpan(start));
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _capacity, _end, _start) = (larger, newCapacity, start + _end - _start, start);
    }

    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_start > _room)
        {
            Bytes.Span.CopyTo(_buffer.AsSpan(_room));
            (_start, _end) = (_room, _room + _end - _start);
        }

        try
        {
            if (_readsAtOnce)
            {
                FillAtOnce();
                return;
            }

            Seek();
            while (!IsAtEnd && _end < _room + _capacity)
            {
                Note(await stream.ReadAsync(_buffer.AsMemory(_end, _room + _capacity - _end), cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception exception) when (exception is not SellsyImportException && !cancellationToken.IsCancellationRequested)
        {
            throw new SellsyImportException(
                ErrorCodes.FileUnreadable, exception, fileName, (Offset + Bytes.Length).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Other windows may stand elsewhere in the same stream.</summary>
    private void FillAtOnce()
    {
        lock (stream)
        {
            Seek();
            while (!IsAtEnd && _end < _room + _capacity)
            {
                Note(stream.Read(_buffer, _end, _room + _capacity - _end));
            }
        }
    }

    private void Seek()
    {
        var position = origin + Offset + Bytes.Length;
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
