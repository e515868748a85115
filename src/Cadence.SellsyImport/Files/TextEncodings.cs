namespace Cadence.SellsyImport.Files;

/// <summary>Names and widths of the encodings, and their byte order marks.</summary>
internal static class TextEncodings
{
    /// <summary>The name in the registry of IANA.</summary>
    public static string Name(this TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => "utf-8",
        TextEncoding.Windows1252 => "windows-1252",
        TextEncoding.Iso8859Part15 => "iso-8859-15",
        TextEncoding.Utf16LittleEndian => "utf-16le",
        TextEncoding.Utf16BigEndian => "utf-16be",
        TextEncoding.Utf32LittleEndian => "utf-32le",
        _ => "utf-32be",
    };

    /// <summary>The bytes of a line feed, and the unit in which the bytes come.</summary>
    public static int UnitSize(this TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian => 2,
        TextEncoding.Utf32LittleEndian or TextEncoding.Utf32BigEndian => 4,
        _ => 1,
    };

    /// <summary>Finds a byte order mark.</summary>
    /// <returns>The encoding and the length of the mark, or null.</returns>
    public static (TextEncoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (TextEncoding.Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (TextEncoding.Utf32LittleEndian, 4),
        [0, 0, 0xFE, 0xFF, ..] => (TextEncoding.Utf32BigEndian, 4),
        [0xFF, 0xFE, ..] => (TextEncoding.Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => (TextEncoding.Utf16BigEndian, 2),
        _ => null,
    };
}
