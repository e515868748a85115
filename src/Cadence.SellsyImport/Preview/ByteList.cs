namespace Cadence.SellsyImport.Preview;

/// <summary>A list of bytes that grows by blocks, so that growing copies nothing and a file of any length fits.</summary>
internal sealed class ByteList
{
    private const int BlockSize = 1 << 12;

    private readonly List<byte[]> _blocks = [];

    public long Count { get; private set; }

    public byte this[long index]
    {
        get => _blocks[(int)(index / BlockSize)][index % BlockSize];
        set => _blocks[(int)(index / BlockSize)][index % BlockSize] = value;
    }

    /// <summary>The bytes of a stretch that does not go over the end of a block, as far as there are any.</summary>
    public ReadOnlySpan<byte> Slice(long index, int length) =>
        index >= Count ? [] : _blocks[(int)(index / BlockSize)].AsSpan((int)(index % BlockSize), (int)Math.Min(length, Count - index));

    public void Add(byte value)
    {
        if (Count % BlockSize == 0)
        {
            _blocks.Add(new byte[BlockSize]);
        }

        this[Count] = value;
        Count++;
    }
}
