using System.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Converts a single-byte encoding to UTF-8.</summary>
internal sealed class SingleByteText
{
    private readonly byte[][] _utf8 = new byte[256][];

    private SingleByteText(int codePage)
    {
        // Not registered with Encoding.RegisterProvider: that would change the host's process.
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        for (var value = 0; value < 256; value++)
        {
            _utf8[value] = Encoding.UTF8.GetBytes(encoding.GetString([(byte)value]));
        }
    }

    public static SingleByteText Windows1252 { get; } = new(1252);

    public static SingleByteText Iso8859Part15 { get; } = new(28605);

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
