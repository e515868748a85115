using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Shows for most contacts of a file that no other row has their id, in two bits for every 32 bytes of the file. The hash of an id chooses
/// a bit; the id is unique if no other row has an id with the same bit.
/// </summary>
/// <param name="fileLength">The bytes of the file.</param>
internal sealed class ContactHints(long fileLength)
{
    private const long BytesPerBit = 32;
    private const int BitsOfWord = 64;
    private const int BitsBelowBit = 58;

    /// <summary>The bits of the ids that were met, and of those that were met again, side by side: mostly one access to the memory is needed.</summary>
    private (ulong Met, ulong Again)[] _words = new (ulong, ulong)[Math.Clamp(fileLength / BytesPerBit / BitsOfWord, 1, Array.MaxLength / 2)];

    /// <summary>Adds the contact of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ulong id)
    {
        ref var word = ref WordOf(id, out var bit);
        word.Again |= word.Met & bit;
        word.Met |= bit;
    }

    /// <summary>Adds the hints of another part of the same file, and releases them there.</summary>
    public void Add(ContactHints other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            ref var word = ref _words[i];
            var added = other._words[i];
            word.Again |= added.Again | (word.Met & added.Met);
            word.Met |= added.Met;
        }

        other.GiveUp();
    }

    /// <summary>Releases the large arrays, so that they do not live as long as a reference to this object.</summary>
    public void GiveUp() => _words = [];

    /// <summary>Whether no other row has this id.</summary>
    /// <param name="id">The id of a row that was taken.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool IsAlone(ulong id)
    {
        return (WordOf(id, out var bit).Again & bit) == 0;
    }

    /// <remarks>Fibonacci hashing: the high bits of the product spread ids that follow each other.</remarks>
    private ref (ulong Met, ulong Again) WordOf(ulong id, out ulong bit)
    {
        var hash = id * 0x9E3779B97F4A7C15;
        var word = Math.BigMul(hash, (ulong)_words.Length, out var rest);
        bit = 1UL << (int)(rest >> BitsBelowBit);
        return ref _words[word];
    }
}
