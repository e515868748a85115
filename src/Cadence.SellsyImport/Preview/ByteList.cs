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
