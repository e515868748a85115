namespace Cadence.SellsyImport.Files;

/// <summary>Finds a byte order mark.</summary>
internal static class ByteOrderMark
{
    /// <returns>The encoding and the length of the mark, or null.</returns>
    public static (TextEncoding Encoding, int Length)? Find(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (TextEncoding.Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (TextEncoding.Utf32LittleEndian, 4),
        [0, 0, 0xFE, 0xFF, ..] => (TextEncoding.Utf32BigEndian, 4),
        [0xFF, 0xFE, ..] => (TextEncoding.Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => (TextEncoding.Utf16BigEndian, 2),
        _ => null,
    };
}
