using System.Numerics;
using System.Runtime.Intrinsics;

namespace Cadence.SellsyImport.Preview;

/// <summary>Rows of one block of <see cref="RowList.RowsPerBlock"/>, a bit each.</summary>
internal sealed class RowMask
{
    private const int BitsOfWord = 64;

    private readonly ulong[] _words = new ulong[RowList.RowsPerBlock / BitsOfWord];

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public void Clear() => Array.Clear(_words);

    public void AddAll() => Array.Fill(_words, ulong.MaxValue);

    public void Add(int place) => _words[place / BitsOfWord] |= 1UL << (place % BitsOfWord);

    public void Remove(int place) => _words[place / BitsOfWord] &= ~(1UL << (place % BitsOfWord));

    /// <summary>Adds the rows whose byte has a value, of the bits that count.</summary>
    public void AddWhere(ReadOnlySpan<byte> bytes, byte bits, byte value)
    {
        for (var at = 0; at + Vector256<byte>.Count <= bytes.Length; at += Vector256<byte>.Count)
        {
            var found = Vector256.Equals(Vector256.Create(bytes[at..]) & Vector256.Create(bits), Vector256.Create(value));
            _words[at / BitsOfWord] |= (ulong)found.ExtractMostSignificantBits() << (at % BitsOfWord);
        }

        for (var at = bytes.Length - (bytes.Length % Vector256<byte>.Count); at < bytes.Length; at++)
        {
            if ((bytes[at] & bits) == value)
            {
                Add(at);
            }
        }
    }

    /// <summary>Keeps the rows that another mask has too.</summary>
    public void Keep(RowMask other) => Combine(other, static (one, two) => one & two);

    /// <summary>Takes out the rows that another mask has.</summary>
    public void Remove(RowMask other) => Combine(other, static (one, two) => one & ~two);

    /// <summary>Adds the rows that another mask has.</summary>
    public void Add(RowMask other) => Combine(other, static (one, two) => one | two);

    /// <summary>The next row from a place on, or -1.</summary>
    public int Next(int place)
    {
        for (var word = place / BitsOfWord; word < _words.Length; word++)
        {
            var left = word == place / BitsOfWord ? _words[word] & (ulong.MaxValue << (place % BitsOfWord)) : _words[word];
            if (left != 0)
            {
                return (word * BitsOfWord) + BitOperations.TrailingZeroCount(left);
            }
        }

        return -1;
    }

    private void Combine(RowMask other, Func<ulong, ulong, ulong> combine)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] = combine(_words[i], other._words[i]);
        }
    }
}
