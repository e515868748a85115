namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Collects ascending rows in a few bytes: exactly where a block of rows has few of them, else only that the block has many. One that is in every
/// block takes a few bytes as a whole.
/// </summary>
/// <remarks>
/// Entries in the order of the blocks, each behind the number of blocks that are left out (7 bits a byte, lowest first, as all numbers). That number
/// is shifted by one bit; the lowest says whether the entry is a stretch of blocks with many rows, whose length follows, or one block with few,
/// whose count of rows follows and their places in the block.
/// </remarks>
internal sealed class RowList
{
    public const int RowsPerBlock = 256;

    /// <summary>The most rows of a block that are kept exactly.</summary>
    public const int MostExact = 4;

    private readonly List<byte> _bytes = [];
    private readonly byte[] _places = new byte[MostExact];
    private long _block = -1;
    private int _count;
    private long _nextBlock;
    private long _runStart;
    private long _runLength;
    private long _last;

    /// <summary>Adds a row, which is not before the last one; twice the same is once.</summary>
    public void Add(long row)
    {
        if (row == _last)
        {
            return;
        }

        _last = row;
        var (block, place) = ((row - 1) / RowsPerBlock, (row - 1) % RowsPerBlock);
        if (block != _block)
        {
            CloseBlock();
            (_block, _count) = (block, 0);
        }

        if (_count < MostExact)
        {
            _places[_count] = (byte)place;
        }

        _count++;
    }

    /// <summary>The rows as bytes; nothing can be added afterwards.</summary>
    /// <param name="isExact">Whether rows are kept at all, and not only their blocks.</param>
    public byte[] ToBytes(bool isExact = true)
    {
        CloseBlock();
        CloseRun();
        (_block, _count) = (-1, 0);
        return isExact ? [.. _bytes] : BlocksOnly([.. _bytes]);
    }

    private static byte[] BlocksOnly(byte[] exact)
    {
        var blocks = new RowList();
        var reader = new RowListReader(exact);
        while (reader.TryReadStretch(out var first, out var last))
        {
            blocks.AddRun(first, last - first + 1);
        }

        blocks.CloseRun();
        return [.. blocks._bytes];
    }

    private void CloseBlock()
    {
        if (_count == 0)
        {
            return;
        }

        if (_count > MostExact)
        {
            AddRun(_block, 1);
            return;
        }

        CloseRun();
        Put((ulong)(_block - _nextBlock) << 1);
        _bytes.Add((byte)_count);
        _bytes.AddRange(_places.AsSpan(0, _count));
        _nextBlock = _block + 1;
    }

    private void AddRun(long block, long length)
    {
        if (_runLength > 0 && _runStart + _runLength == block)
        {
            _runLength += length;
            return;
        }

        CloseRun();
        (_runStart, _runLength) = (block, length);
    }

    private void CloseRun()
    {
        if (_runLength > 0)
        {
            Put(((ulong)(_runStart - _nextBlock) << 1) | 1);
            Put((ulong)_runLength);
            _nextBlock = _runStart + _runLength;
            _runLength = 0;
        }
    }

    private void Put(ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            _bytes.Add((byte)(number | 0x80));
        }

        _bytes.Add((byte)number);
    }
}
