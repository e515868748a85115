using System.Buffers;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// The part of a file that is in memory. It is filled whole, so that what is made of it does not depend on how many bytes are read at a
/// time. Whole blocks are read into its buffer, which has room for one before and one behind the window.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="capacity">The bytes of the window.</param>
internal sealed class SourceWindow(SourceFile file, int capacity) : IDisposable
{
    private const int Room = BlockHashes.BlockSize;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Room + capacity + Room);
    private int _capacity = capacity;
    private int _start = Room;
    private int _end = Room;

    /// <summary>Where the bytes end that were read. Before the window where the block is not read yet in which it starts.</summary>
    private int _readEnd = Room;

    /// <summary>The largest capacity of any window.</summary>
    public static int MostCapacity => Array.MaxLength - (2 * Room);

    public long Offset { get; private set; }

    public bool IsAtEnd => Offset + _end - _start >= file.Length;

    public int Capacity => _capacity;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(_start, _end - _start);

    public void MoveTo(long offset)
    {
        var step = offset - Offset;
        if (step >= 0 && step <= _readEnd - _start)
        {
            _start += (int)step;
            _end = Math.Max(_start, _end);
        }
        else
        {
            _start = _end = Room;
            _readEnd = Room - (int)(offset % BlockHashes.BlockSize);
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

        MoveToFront();
        var larger = ArrayPool<byte>.Shared.Rent(Room + newCapacity + Room);
        _buffer.AsSpan(0, Math.Max(_start, _readEnd)).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _capacity) = (larger, newCapacity);
    }

    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        MoveToFront();
        var next = Offset + _readEnd - _start;
        var missing = _start + _capacity - _readEnd;
        if (missing > 0 && next < file.Length)
        {
            var blocks = (missing + (long)BlockHashes.BlockSize - 1) / BlockHashes.BlockSize;
            var count = (int)Math.Min(blocks * BlockHashes.BlockSize, file.Length - next);
            await file.ReadAsync(next, _buffer.AsMemory(_readEnd, count), cancellationToken).ConfigureAwait(false);
            _readEnd += count;
        }

        _end = Math.Max(_start, Math.Min(_readEnd, _start + _capacity));
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private void MoveToFront()
    {
        var step = _start - Room;
        if (step > 0)
        {
            _buffer.AsSpan(_start, _readEnd - _start).CopyTo(_buffer.AsSpan(Room));
            (_start, _end, _readEnd) = (Room, _end - step, _readEnd - step);
        }
    }
}
