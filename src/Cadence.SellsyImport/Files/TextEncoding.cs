using System.Collections.Concurrent;
using System.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>An encoding that exports are read in. There is one instance for each. Thread-safe.</summary>
internal sealed class TextEncoding
{
    private static readonly ConcurrentDictionary<string, TextEncoding?> Found = new(StringComparer.OrdinalIgnoreCase);

    private readonly Encoding? _singleByte;

    private TextEncoding(string name, int unitSize, bool isBigEndian = false, Encoding? singleByte = null) =>
        (Name, UnitSize, IsBigEndian, _singleByte) = (name, unitSize, isBigEndian, singleByte);

    public static TextEncoding Utf8 { get; } = new("utf-8", 1);

    public static TextEncoding Utf16LittleEndian { get; } = new("utf-16le", 2);

    public static TextEncoding Utf16BigEndian { get; } = new("utf-16be", 2, isBigEndian: true);

    public static TextEncoding Utf32LittleEndian { get; } = new("utf-32le", 4);

    public static TextEncoding Utf32BigEndian { get; } = new("utf-32be", 4, isBigEndian: true);

    public static TextEncoding Windows1252 { get; } = Find("windows-1252")!;

    public static TextEncoding Iso8859Part15 { get; } = Find("iso-8859-15")!;

    /// <summary>The code page of DOS in Western Europe. For the letters of French it is also that of DOS in the United States, 437.</summary>
    public static TextEncoding Ibm850 { get; } = Find("ibm850")!;

    /// <summary>The code page of the old Macintosh.</summary>
    public static TextEncoding Macintosh { get; } = Find("macintosh")!;

    /// <summary>The name in the registry of IANA.</summary>
    public string Name { get; }

    /// <summary>The bytes of a line feed, and the unit in which the bytes come.</summary>
    public int UnitSize { get; }

    /// <summary>Whether the first byte of a unit is its highest.</summary>
    public bool IsBigEndian { get; }

    /// <summary>The characters of a code page; only for an encoding of one byte for each character.</summary>
    public SingleByteText SingleByte => field ??= new(_singleByte!);

    /// <summary>Whether each character is one byte.</summary>
    public bool IsSingleByte => _singleByte is not null;

    /// <summary>The encoding with a name of IANA, in any case; null if it is unknown, or is none in which a line feed is one unit.</summary>
    public static TextEncoding? Find(string name) => Found.GetOrAdd(name, static name => name.ToUpperInvariant() switch
    {
        "UTF-8" => Utf8,
        "UTF-16" or "UTF-16LE" => Utf16LittleEndian,
        "UTF-16BE" => Utf16BigEndian,
        "UTF-32" or "UTF-32LE" => Utf32LittleEndian,
        "UTF-32BE" => Utf32BigEndian,

        // Windows-1252 is ISO-8859-1 with characters for the controls that no text has.
        "ISO-8859-1" or "LATIN1" => Windows1252,
        _ => OfCodePage(name),
    });

    private static TextEncoding? OfCodePage(string name)
    {
        // Not registered with Encoding.RegisterProvider: that would change the host's process.
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name);
        if (encoding is not { IsSingleByte: true } || encoding.GetString("\r\n ;,\t|\"09AZaz"u8) != "\r\n ;,\t|\"09AZaz")
        {
            return null;
        }

        return Found.GetOrAdd(encoding.WebName, static (webName, found) => new(webName.ToLowerInvariant(), 1, singleByte: found), encoding);
    }

    public override string ToString() => Name;
}
