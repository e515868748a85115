using System.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Converts a single-byte encoding to UTF-8.</summary>
internal sealed class SingleByteText
{
    private readonly byte[][] _utf8 = new byte[256][];
    private readonly char[] _characters = new char[256];

    public SingleByteText(Encoding encoding)
    {
        for (var value = 0; value < 256; value++)
        {
            var text = encoding.GetString([(byte)value]);
            (_characters[value], _utf8[value]) = (text[0], Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>The character of a byte; a control character or U+FFFD if the code page has none.</summary>
    public char this[byte value] => _characters[value];

    /// <summary>The most UTF-8 bytes for one byte.</summary>
    public const int MaxExpansion = 3;

    /// <summary>Writes the text as UTF-8.</summary>
    /// <returns>The bytes written.</returns>
    public int Transcode(ReadOnlySpan<byte> text, Span<byte> utf8)
    {
        var written = 0;
        while (!text.IsEmpty)
        {
            var ascii = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            ascii = ascii < 0 ? text.Length : ascii;
            text[..ascii].CopyTo(utf8[written..]);
            written += ascii;
            text = text[ascii..];
            if (!text.IsEmpty)
            {
                var character = _utf8[text[0]];
                character.CopyTo(utf8[written..]);
                written += character.Length;
                text = text[1..];
            }
        }

        return written;
    }
}
