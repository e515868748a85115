namespace Cadence.SellsyImport.Files;

/// <summary>The encodings that exports are read in.</summary>
internal enum TextEncoding
{
    Utf8,
    Windows1252,
    Iso8859Part15,
    Utf16LittleEndian,
    Utf16BigEndian,
    Utf32LittleEndian,
    Utf32BigEndian,
}
