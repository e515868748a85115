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

    private ulong[] _met = new ulong[Math.Clamp(fileLength / BytesPerBit / BitsOfWord, 1, Array.MaxLength)];
    private ulong[] _metAgain = new ulong[Math.Clamp(fileLength / BytesPerBit / BitsOfWord, 1, Array.MaxLength)];

    /// <summary>Adds the contact of a row.</summary>
    public void Add(ulong id)
    {
        var (word, bit) = PlaceOf(id);
        _metAgain[word] |= _met[word] & bit;
        _met[word] |= bit;
    }

    /// <summary>Adds the hints of another part of the same file, and releases them there.</summary>
    public void Add(ContactHints other)
    {
        for (var i = 0; i < _met.Length; i++)
        {
            _metAgain[i] |= other._metAgain[i] | (_met[i] & other._met[i]);
            _met[i] |= other._met[i];
        }

        other.GiveUp();
    }

    /// <summary>Releases the large arrays, so that they do not live as long as a reference to this object.</summary>
    public void GiveUp() => _met = _metAgain = [];

    /// <summary>Whether no other row has this id.</summary>
    /// <param name="id">The id of a row that was taken.</param>
    public bool IsAlone(ulong id)
    {
        var (word, bit) = PlaceOf(id);
        return (_metAgain[word] & bit) == 0;
    }

    /// <remarks>Fibonacci hashing: the high bits of the product spread ids that follow each other.</remarks>
    private (int Word, ulong Bit) PlaceOf(ulong id)
    {
        var hash = id * 0x9E3779B97F4A7C15;
        return ((int)Math.BigMul(hash, (ulong)_met.Length, out var rest), 1UL << (int)(rest >> BitsBelowBit));
    }
}
