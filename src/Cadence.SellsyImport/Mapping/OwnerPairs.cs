namespace Cadence.SellsyImport.Mapping;

/// <summary>Numbers the distinct cells in which rows name their owners, in the order in which they are met. It serves one thread.</summary>
internal sealed class OwnerPairs
{
    private const int CharactersOfLength = 2;

    private readonly Dictionary<string, int> _numberByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    private readonly List<OwnerCellPair> _pairs = [];
    private readonly List<long> _rows = [];
    private char[] _key = new char[256];

    public OwnerPairs() => _numbers = _numberByKey.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<OwnerCellPair> Pairs => _pairs;

    /// <summary>How many rows have which pair.</summary>
    public IReadOnlyList<long> Rows => _rows;

    /// <summary>Adds rows with these cells.</summary>
    /// <returns>The number of the pair.</returns>
    public int Add(ReadOnlySpan<char> name, ReadOnlySpan<char> id, long rows = 1)
    {
        var key = KeyOf(name, id);
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _pairs.Count;
            _numbers[key] = number;
            _pairs.Add(new(name.ToString(), id.ToString()));
            _rows.Add(0);
        }

        _rows[number] += rows;
        return number;
    }

    /// <summary>Adds the pairs of a later part of the file.</summary>
    /// <returns>The number of each.</returns>
    public int[] Add(OwnerPairs later)
    {
        var numbers = new int[later._pairs.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Add(later._pairs[i].Name, later._pairs[i].Id, later._rows[i]);
        }

        return numbers;
    }

    /// <summary>Both cells behind the length of the first, so that no two pairs have one key.</summary>
    private ReadOnlySpan<char> KeyOf(ReadOnlySpan<char> name, ReadOnlySpan<char> id)
    {
        var length = CharactersOfLength + name.Length + id.Length;
        if (_key.Length < length)
        {
            _key = new char[2 * length];
        }

        (_key[0], _key[1]) = ((char)name.Length, (char)(name.Length >> 16));
        name.CopyTo(_key.AsSpan(CharactersOfLength));
        id.CopyTo(_key.AsSpan(CharactersOfLength + name.Length));
        return _key.AsSpan(0, length);
    }
}
