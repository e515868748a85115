namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// Finds the rows that may hold the company with a given key, in 8 bytes a slot. The keys themselves are not kept, so the caller must read each row and
/// compare. A row that was removed, or that holds another key, costs only that read.
/// </summary>
internal sealed class KnownCompanies
{
    /// <summary>The largest number of companies, which takes 16 MiB.</summary>
    public const int Most = 1_000_000;

    private const int FirstSlots = 1 << 12;

    private (int Hash, int Id)[] _slots = [];

    public int Count { get; private set; }

    public void Clear()
    {
        _slots = [];
        Count = 0;
    }

    public void Add(string key, int id)
    {
        if (Count >= _slots.Length / 2)
        {
            Grow();
        }

        Put(_slots, (key.GetHashCode(StringComparison.Ordinal), id));
        Count++;
    }

    /// <summary>The next row that may hold the key, from a slot on; 0 if there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="slot">-1 for the first row; then the value that the previous call left.</param>
    public int Next(string key, ref int slot)
    {
        if (Count == 0)
        {
            return 0;
        }

        var hash = key.GetHashCode(StringComparison.Ordinal);
        var mask = _slots.Length - 1;
        slot = slot < 0 ? hash & mask : (slot + 1) & mask;
        for (; _slots[slot].Id != 0; slot = (slot + 1) & mask)
        {
            if (_slots[slot].Hash == hash)
            {
                return _slots[slot].Id;
            }
        }

        return 0;
    }

    private void Grow()
    {
        var larger = new (int Hash, int Id)[Math.Max(FirstSlots, _slots.Length * 2)];
        foreach (var slot in _slots)
        {
            if (slot.Id != 0)
            {
                Put(larger, slot);
            }
        }

        _slots = larger;
    }

    private static void Put((int Hash, int Id)[] slots, (int Hash, int Id) known)
    {
        var mask = slots.Length - 1;
        var slot = known.Hash & mask;
        while (slots[slot].Id != 0)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = known;
    }
}
