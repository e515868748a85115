using System.Globalization;

namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>The text of one cell while it is put together; used again for every cell.</summary>
internal sealed class CellText
{
    private readonly char[] _text = new char[8_192];
    private int _length;

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    public CellText Clear()
    {
        _length = 0;
        return this;
    }

    public CellText Add(ReadOnlySpan<char> text)
    {
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
        return this;
    }

    public CellText Add(char character)
    {
        _text[_length++] = character;
        return this;
    }

    /// <summary>Adds a number with at least so many digits.</summary>
    public CellText Add(long number, int digits = 1)
    {
        Span<char> format = ['D', (char)('0' + digits)];
        number.TryFormat(_text.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }
}
