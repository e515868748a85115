using System.Collections.Concurrent;

namespace Cadence.SellsyImport.Plain;

/// <summary>
/// Pairs of cells that were met before, such as the name and the id of an owner. Of many pairs only the first are kept. Copies share their
/// pairs; each serves one thread.
/// </summary>
internal sealed class CellPairs
{
    private const int MostPairs = 1 << 14;
    private const int LongestPair = 256;

    private readonly ConcurrentDictionary<byte[], bool> _pairs;
    private readonly ConcurrentDictionary<byte[], bool>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly byte[] _space = new byte[LongestPair];

    public CellPairs()
        : this(new ConcurrentDictionary<byte[], bool>(BytesComparer.Instance))
    {
    }

    private CellPairs(ConcurrentDictionary<byte[], bool> pairs)
    {
        _pairs = pairs;
        _lookup = pairs.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public CellPairs Copy() => new(_pairs);

    public bool Contains(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => TryJoin(first, second, out var pair) && _lookup.ContainsKey(pair);

    public void Add(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (TryJoin(first, second, out var pair) && !_lookup.ContainsKey(pair) && _pairs.Count < MostPairs)
        {
            _lookup.TryAdd(pair, true);
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
