using System.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>The encoding in which a file goes back to the person it came from.</summary>
internal static class FileEncoding
{
    public static Encoding ForWriting(ExportFormat format) => format.Encoding switch
    {
        "utf-8" => new UTF8Encoding(format.HasByteOrderMark),
        "utf-16" or "utf-16le" => new UnicodeEncoding(bigEndian: false, format.HasByteOrderMark),
        "utf-16be" => new UnicodeEncoding(bigEndian: true, format.HasByteOrderMark),
        "utf-32" or "utf-32le" => new UTF32Encoding(bigEndian: false, format.HasByteOrderMark),
        "utf-32be" => new UTF32Encoding(bigEndian: true, format.HasByteOrderMark),
        var name => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name),
    };
}
