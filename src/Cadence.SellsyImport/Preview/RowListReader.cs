using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Preview;

/// <summary>Reads what <see cref="RowList"/> collected, block by block in ascending order.</summary>
/// <param name="bytes">The rows as bytes.</param>
internal sealed class RowListReader(ReadOnlyMemory<byte> bytes)
{
    private int _at;
    private long _nextBlock;
    private long _first = -1;
    private long _last = -1;
    private int _places;
    private int _count;

    /// <summary>Whether the bytes are those of a list of rows up to a last one.</summary>
    public static bool IsSound(ReadOnlyMemory<byte> bytes, long rows)
    {
        try
        {
            var reader = new RowListReader(bytes);
            var blocks = (rows + RowList.RowsPerBlock - 1) / RowList.RowsPerBlock;
            var isSound = true;
            while (isSound && reader._at < bytes.Length)
            {
                reader.ReadEntry();
                isSound = reader._first >= 0 && reader._last >= reader._first && reader._last < blocks && reader.ArePlacesSound(rows);
            }

            return isSound;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Adds the rows of a block, or all of it where it has many.</summary>
    /// <param name="block">The number of the block, not before the last one that was asked for.</param>
    /// <param name="rows">The rows of the block.</param>
    public void AddTo(long block, RowMask rows)
    {
        while (_last < block && _at < bytes.Length)
        {
            ReadEntry();
        }

        if (block < _first || block > _last)
        {
            return;
        }

        if (_count == 0)
        {
            rows.AddAll();
        }

        foreach (var place in bytes.Span.Slice(_places, _count))
        {
            rows.Add(place);
        }
    }

    /// <summary>The next stretch of blocks that have rows.</summary>
    public bool TryReadStretch(out long first, out long last)
    {
        var isThere = _at < bytes.Length;
        if (isThere)
        {
            ReadEntry();
        }

        (first, last) = (_first, _last);
        return isThere;
    }

    private void ReadEntry()
    {
        var head = ReadNumber();
        _first = _nextBlock + (head >> 1);
        if ((head & 1) == 1)
        {
            _last = _first + ReadNumber() - 1;
            _count = 0;
        }
        else
        {
            _last = _first;
            _count = ReadByte();
            ByteReader.Require(_count is >= 1 and <= RowList.MostExact && _count <= bytes.Length - _at);
            _places = _at;
            _at += _count;
        }

        _nextBlock = _last + 1;
    }

    private bool ArePlacesSound(long rows)
    {
        var places = bytes.Span.Slice(_places, _count);
        for (var i = 1; i < places.Length; i++)
        {
            if (places[i] <= places[i - 1])
            {
                return false;
            }
        }

        return places.IsEmpty || (_first * RowList.RowsPerBlock) + places[^1] < rows;
    }

    private long ReadNumber()
    {
        var number = 0L;
        for (var shift = 0; ; shift += 7)
        {
            ByteReader.Require(shift <= 49);
            var next = ReadByte();
            number |= (next & 0x7FL) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }

    private byte ReadByte()
    {
        ByteReader.Require(_at < bytes.Length);
        return bytes.Span[_at++];
    }
}
