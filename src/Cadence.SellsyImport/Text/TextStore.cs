using System.Runtime.InteropServices;
using System.Text;

namespace Cadence.SellsyImport.Text;

/// <summary>
/// Texts by number, in a byte a character where all are ASCII, else in two, and 12 bytes more: a string takes 22 bytes more than its characters, and is moved by the
/// collector. Filled by one thread; then read by any.
/// </summary>
internal sealed class TextStore
{
    private const int BlockSize = 1 << 16;

    private readonly List<byte[]> _blocks = [];
    private readonly BlockList<Place> _places = new();
    private int _used;

    public int Count => (int)_places.Count;

    /// <summary>The text of a number, as a string of its own.</summary>
    public string this[int number] => string.Create(_places[number].Characters, (Store: this, Number: number), static (space, text) => text.Store.CopyTo(text.Number, space));

    /// <summary>Adds a text, whether it is there or not.</summary>
    /// <returns>Its number.</returns>
    public int Add(ReadOnlySpan<char> text)
    {
        var isWide = !Ascii.IsValid(text);
        var length = isWide ? sizeof(char) * text.Length : text.Length;
        if (_blocks.Count == 0 || _blocks[^1].Length - _used < length)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, length)]);
            _used = 0;
        }

        var space = _blocks[^1].AsSpan(_used, length);
        if (isWide)
        {
            MemoryMarshal.AsBytes(text).CopyTo(space);
        }
        else
        {
            Ascii.FromUtf16(text, space, out _);
        }

        _places.Add(new(_blocks.Count - 1, _used, isWide ? ~length : length));
        _used += length;
        return Count - 1;
    }

    /// <summary>Whether a number is that of this text.</summary>
    public bool Is(int number, ReadOnlySpan<char> text)
    {
        var place = _places[number];
        return place.Characters == text.Length
            && (place.IsWide ? MemoryMarshal.AsBytes(text).SequenceEqual(BytesOf(place)) : Ascii.Equals(BytesOf(place), text));
    }

    /// <summary>The text of a number, in a buffer that is made larger where it is too small.</summary>
    public ReadOnlySpan<char> Read(int number, ref char[] buffer)
    {
        var length = _places[number].Characters;
        if (buffer.Length < length)
        {
            buffer = new char[2 * length];
        }

        CopyTo(number, buffer);
        return buffer.AsSpan(0, length);
    }

    private void CopyTo(int number, Span<char> space)
    {
        var place = _places[number];
        if (place.IsWide)
        {
            BytesOf(place).CopyTo(MemoryMarshal.AsBytes(space));
        }
        else
        {
            Ascii.ToUtf16(BytesOf(place), space, out _);
        }
    }

    private ReadOnlySpan<byte> BytesOf(in Place place) => _blocks[place.Block].AsSpan(place.Start, place.Bytes);

    /// <param name="Block">The block that holds it.</param>
    /// <param name="Start">Its first byte there.</param>
    /// <param name="Length">Its bytes; the complement of them where each character takes two.</param>
    private readonly record struct Place(int Block, int Start, int Length)
    {
        public bool IsWide => Length < 0;

        public int Bytes => IsWide ? ~Length : Length;

        public int Characters => IsWide ? ~Length / sizeof(char) : Length;
    }
}
