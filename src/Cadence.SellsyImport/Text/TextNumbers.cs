using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Text;

/// <summary>
/// Numbers texts in the order in which they are met: open addressing, with the hashes of the runtime, which no file can choose to collide. Filled by one thread; then
/// read by any.
/// </summary>
internal sealed class TextNumbers
{
    private const int FirstSlots = 1 << 4;

    private readonly TextStore _texts = new();
    private readonly BlockList<int> _hashes = new();

    /// <summary>The number of a text and one more; 0 for none.</summary>
    private int[] _slots = new int[FirstSlots];

    public int Count => _texts.Count;

    /// <summary>The text of a number, as a string of its own.</summary>
    public string this[int number] => _texts[number];

    /// <summary>The number of a text, or -1.</summary>
    public int Find(ReadOnlySpan<char> text) => _slots[SlotOf(text, string.GetHashCode(text))] - 1;

    /// <summary>The number of a text, which is added where it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<char> text)
    {
        var hash = string.GetHashCode(text);
        var slot = SlotOf(text, hash);
        if (_slots[slot] > 0)
        {
            return _slots[slot] - 1;
        }

        var number = _texts.Add(text);
        _hashes.Add(hash);
        _slots[slot] = number + 1;
        if (Count > _slots.Length / 4 * 3)
        {
            Grow();
        }

        return number;
    }

    /// <inheritdoc cref="TextStore.Read"/>
    public ReadOnlySpan<char> Read(int number, ref char[] buffer) => _texts.Read(number, ref buffer);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int SlotOf(ReadOnlySpan<char> text, int hash)
    {
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] > 0 && !(_hashes[_slots[slot] - 1] == hash && _texts.Is(_slots[slot] - 1, text)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = _hashes[number] & mask;
            while (_slots[slot] > 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number + 1;
        }
    }
}
