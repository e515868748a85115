namespace Cadence.SellsyImport.Plain;

/// <summary>Pairs of cells that were met before, such as the name and the id of an owner. Of many pairs only the first are kept.</summary>
internal sealed class CellPairs
{
    private const int MostPairs = 1 << 14;
    private const int LongestPair = 256;

    private readonly HashSet<byte[]> _pairs = new(BytesComparer.Instance);
    private readonly HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public CellPairs() => _lookup = _pairs.GetAlternateLookup<ReadOnlySpan<byte>>();

    public bool Contains(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        Span<byte> space = stackalloc byte[LongestPair];
        return TryJoin(first, second, space, out var pair) && _lookup.Contains(pair);
    }

    public void Add(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        Span<byte> space = stackalloc byte[LongestPair];
        if (_pairs.Count < MostPairs && TryJoin(first, second, space, out var pair))
        {
            _lookup.Add(pair);
        }
    }

    /// <summary>Writes the two with a byte between them that no UTF-8 has.</summary>
    private static bool TryJoin(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> space, out ReadOnlySpan<byte> pair)
    {
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
