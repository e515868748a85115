namespace Cadence.SellsyImport.Planning;

/// <summary>A hash table from ids, none of which is 0, to rows: open addressing, 16 bytes a slot, at most five of six slots used.</summary>
internal sealed class ContactTable
{
    private ulong[] _ids = new ulong[8];
    private long[] _rows = new long[8];
    private int _count;

    /// <summary>The row of an id, to be read and set before the next call; 0 for an id that is new.</summary>
    public ref long RowOf(ulong id)
    {
        var slot = Find(id);
        if (_ids[slot] == 0)
        {
            if ((_count + 1) * 6L > _ids.Length * 5L)
            {
                Grow();
                slot = Find(id);
            }

            _ids[slot] = id;
            _count++;
        }

        return ref _rows[slot];
    }

    /// <summary>Fibonacci hashing: the high bits of the product spread ids that follow each other.</summary>
    public static ulong HashOf(ulong id) => id * 0x9E3779B97F4A7C15;

    private int Find(ulong id)
    {
        var slot = (int)(((HashOf(id) >> 24 & uint.MaxValue) * (uint)_ids.Length) >> 32);
        while (_ids[slot] != id && _ids[slot] != 0)
        {
            slot = slot + 1 == _ids.Length ? 0 : slot + 1;
        }

        return slot;
    }

    private void Grow()
    {
        var (ids, rows) = (_ids, _rows);
        _ids = new ulong[ids.Length + (ids.Length / 2)];
        _rows = new long[_ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] != 0)
            {
                var slot = Find(ids[i]);
                (_ids[slot], _rows[slot]) = (ids[i], rows[i]);
            }
        }
    }
}
