namespace Cadence.SellsyImport.Plain;

/// <summary>
/// Numbers for pairs of cells that were met before, such as the name and the id of an owner. Of many pairs only the first are kept. Copies
/// share their pairs and serve one thread each, once no more are added.
/// </summary>
internal sealed class CellPairs
{
    private const int MostPairs = 1 << 14;
    private const int LongestPair = 256;

    private readonly Dictionary<byte[], int> _pairs;
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly byte[] _space = new byte[LongestPair];

    public CellPairs()
        : this(new Dictionary<byte[], int>(BytesComparer.Instance))
    {
    }

    private CellPairs(Dictionary<byte[], int> pairs)
    {
        _pairs = pairs;
        _lookup = pairs.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public CellPairs Copy() => new(_pairs);

    /// <summary>The number of a pair, or -1 for one that is not kept.</summary>
    public int NumberOf(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) =>
        TryJoin(first, second, out var pair) && _lookup.TryGetValue(pair, out var number) ? number : -1;

    public void Add(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, int number)
    {
        if (_pairs.Count < MostPairs && TryJoin(first, second, out var pair))
        {
            _lookup.TryAdd(pair, number);
        }
    }

    /// <summary>Writes the two with a byte between them that no UTF-8 has.</summary>
    private bool TryJoin(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, out ReadOnlySpan<byte> pair)
    {
        var space = _space.AsSpan();
        var length = first.Length + second.Length + 1;
        if (length > space.Length)
        {
            pair = default;
            return false;
        }

        first.CopyTo(space);
        space[first.Length] = byte.MaxValue;
        second.CopyTo(space[(first.Length + 1)..]);
        pair = space[..length];
        return true;
    }
}
