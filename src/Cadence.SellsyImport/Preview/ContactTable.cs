namespace Cadence.SellsyImport.Preview;

/// <summary>A hash table from ids (never 0) to rows: open addressing, 16 bytes a slot, at most five of six slots used.</summary>
internal sealed class ContactTable
{
    private static readonly ulong Secret = unchecked((ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue));

    private Slot[] _slots = new Slot[8];
    private int _count;

    /// <summary>The row of an id, to be read and set before the next call; 0 for an id that is new.</summary>
    public ref long RowOf(ulong id)
    {
        ref var slot = ref Find(id);
        if (slot.Id == 0)
        {
            if ((_count + 1) * 6L > _slots.Length * 5L)
            {
                Grow();
                slot = ref Find(id);
            }

            slot.Id = id;
            _count++;
        }

        return ref slot.Row;
    }

    /// <summary>A hash with unpredictable slots, so that no file can choose its ids to collide.</summary>
    public static ulong HashOf(ulong id)
    {
        var hash = (id ^ Secret) * 0x9E3779B97F4A7C15;
        return (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
    }

    private ref Slot Find(ulong id)
    {
        var slots = _slots;
        var index = (int)(((HashOf(id) >> 24 & uint.MaxValue) * (uint)slots.Length) >> 32);
        while (slots[index].Id != id && slots[index].Id != 0)
        {
            index = index + 1 == slots.Length ? 0 : index + 1;
        }

        return ref slots[index];
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[slots.Length + (slots.Length / 2)];
        foreach (var slot in slots)
        {
            if (slot.Id != 0)
            {
                Find(slot.Id) = slot;
            }
        }
    }

    private struct Slot
    {
        public ulong Id;
        public long Row;
    }
}
