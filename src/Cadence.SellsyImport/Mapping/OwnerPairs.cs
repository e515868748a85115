using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Numbers the distinct cells in which rows name their owners, in the order in which they are met. It serves one thread.</summary>
internal sealed class OwnerPairs
{
    private const int CharactersOfLength = 2;

    private readonly Dictionary<string, int> _numberByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    private readonly List<OwnerCellPair> _pairs = [];
    private readonly List<RowGroup> _rows = [];
    private char[] _key = new char[256];

    public OwnerPairs() => _numbers = _numberByKey.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<OwnerCellPair> Pairs => _pairs;

    /// <summary>The rows that have each pair.</summary>
    public IReadOnlyList<RowGroup> Rows => _rows;

    /// <summary>Adds a row with these cells.</summary>
    /// <returns>The number of the pair.</returns>
    public int Add(ReadOnlySpan<char> name, ReadOnlySpan<char> id, long row)
    {
        var number = NumberOf(name, id);
        CollectionsMarshal.AsSpan(_rows)[number].Add(row);
        return number;
    }

    /// <summary>Adds the pairs of a later part of the file.</summary>
    /// <param name="later">The pairs of that part alone.</param>
    /// <param name="rowsBefore">How many rows are before that part.</param>
    /// <returns>The number of each.</returns>
    public int[] Add(OwnerPairs later, long rowsBefore)
    {
        var numbers = new int[later._pairs.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = NumberOf(later._pairs[i].Name, later._pairs[i].Id);
            CollectionsMarshal.AsSpan(_rows)[numbers[i]].Add(later._rows[i].Moved(rowsBefore));
        }

        return numbers;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int NumberOf(ReadOnlySpan<char> name, ReadOnlySpan<char> id)
    {
        var key = KeyOf(name, id);
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _pairs.Count;
            _numbers[key] = number;
            _pairs.Add(new(name.ToString(), id.ToString()));
            _rows.Add(default);
        }

        return number;
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
