namespace Cadence.SellsyImport.Text;

/// <summary>A list that grows by blocks, so that growing copies nothing and a file of any length fits.</summary>
internal sealed class BlockList<T>
    where T : unmanaged
{
    private const int BlockSize = 1 << 12;

    private readonly List<T[]> _blocks = [];

    public long Count { get; private set; }

    public ref T this[long index] => ref _blocks[(int)(index / BlockSize)][index % BlockSize];

    /// <summary>The items of a stretch that does not go over the end of a block, as far as there are any.</summary>
    public ReadOnlySpan<T> Slice(long index, int length) =>
        index >= Count ? [] : _blocks[(int)(index / BlockSize)].AsSpan((int)(index % BlockSize), (int)Math.Min(length, Count - index));

    public void Add(T value)
    {
        if (Count % BlockSize == 0)
        {
            _blocks.Add(new T[BlockSize]);
        }

        this[Count] = value;
        Count++;
    }

    /// <summary>All items, copied.</summary>
    public T[] ToArray()
    {
        var items = new T[Count];
        for (var i = 0; i < _blocks.Count; i++)
        {
            var start = (long)i * BlockSize;
            Slice(start, BlockSize).CopyTo(items.AsSpan((int)start));
        }

        return items;
    }
}
