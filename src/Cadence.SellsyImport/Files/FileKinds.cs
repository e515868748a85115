using System.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Recognises by their first bytes the files that are uploaded by mistake.</summary>
internal static class FileKinds
{
    /// <summary>Recognises a file that is no CSV.</summary>
    /// <param name="start">The first bytes of the file, up to a few thousand.</param>
    /// <returns>A stable word such as <c>xlsx</c>, or null.</returns>
    public static string? Recognise(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\x3\x4"u8) || start.StartsWith("PK\x5\x6"u8))
        {
            return Archive(start);
        }

        return start switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "xls",
            [0x1F, 0x8B, ..] => "gz",
            [0x37, 0x7A, 0xBC, 0xAF, ..] => "7z",
            [0x52, 0x61, 0x72, 0x21, 0x1A, ..] => "rar",
            [0x89, 0x50, 0x4E, 0x47, ..] => "png",
            [0xFF, 0xD8, 0xFF, ..] => "jpeg",
            _ => start.StartsWith("%PDF"u8) ? "pdf"
                : start.StartsWith("{\\rtf"u8) ? "rtf"
                : start.StartsWith("GIF8"u8) ? "gif"
                : start.StartsWith("SQLite format 3\0"u8) ? "sqlite"
                : Markup(start),
        };
    }

    private static string Archive(ReadOnlySpan<byte> start)
    {
        if (start.IndexOf("xl/"u8) >= 0)
        {
            return "xlsx";
        }

        if (start.IndexOf("opendocument.spreadsheet"u8) >= 0)
        {
            return "ods";
        }

        return start.IndexOf("word/"u8) >= 0 ? "docx" : start.IndexOf("[Content_Types].xml"u8) >= 0 ? "xlsx" : "zip";
    }

    private static string? Markup(ReadOnlySpan<byte> start)
    {
        start = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        start = start.TrimStart(" \t\r\n"u8);
        var head = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 64)]);
        ReadOnlySpan<string> html = ["<!doctype html", "<html", "<head", "<body", "<table", "<!--"];
        foreach (var mark in html)
        {
            if (head.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return "html";
            }
        }

        return head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "xml"
            : head.StartsWith("{\"", StringComparison.Ordinal) || head.StartsWith("[{", StringComparison.Ordinal) ? "json"
            : null;
    }
}
