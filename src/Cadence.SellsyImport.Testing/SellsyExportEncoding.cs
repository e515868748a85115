namespace Cadence.SellsyImport.Testing;

/// <summary>The bytes in which a generated export is written.</summary>
public enum SellsyExportEncoding
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    Utf8,

    /// <summary>UTF-8 behind a byte order mark.</summary>
    Utf8WithByteOrderMark,

    /// <summary>Windows-1252. Every text that the generator writes has a byte there.</summary>
    Windows1252,

    /// <summary>UTF-16, little endian, behind a byte order mark: what a spreadsheet writes as <i>Unicode text</i>.</summary>
    Utf16,

    /// <summary>UTF-16, big endian, behind a byte order mark.</summary>
    Utf16BigEndian,
}
