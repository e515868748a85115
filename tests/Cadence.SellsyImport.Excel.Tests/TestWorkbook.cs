using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>A workbook from parts that are written by hand, so that a test can make each of them wrong.</summary>
internal sealed record TestWorkbook
{
    public const string Name = "contacts.xlsx";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string References = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The markup within <c>sheetData</c> of the first sheet.</summary>
    public string Rows { get; init; } = "";

    /// <summary>The markup after <c>sheetData</c>.</summary>
    public string AfterRows { get; init; } = "";

    /// <summary>The markup of the shared strings: one <c>si</c> for each.</summary>
    public string Strings { get; init; } = "";

    /// <summary>The codes of the number formats; the style of the first is 1.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    /// <summary>The ids of number formats without a code; their styles come after those of <see cref="Formats"/>.</summary>
    public ImmutableArray<int> FormatIds { get; init; } = [];

    /// <summary>The markup of the properties of the workbook.</summary>
    public string Properties { get; init; } = "";

    /// <summary>The markup of the list of sheets.</summary>
    public string Sheets { get; init; } = """<sheet name="Contacts" sheetId="1" r:id="rId1"/>""";

    /// <summary>Parts that are added, or that replace others of the same name; a null leaves one out.</summary>
    public ImmutableDictionary<string, string?> Parts { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>A sheet whose rows are of inline strings.</summary>
    public static TestWorkbook Of(params string[][] rows) => new() { Rows = RowsOf(rows) };

    /// <summary>The markup of rows of inline strings, the first of which is row 1.</summary>
    public static string RowsOf(params string[][] rows) => string.Concat(rows.Select((row, index) =>
        $"""<row r="{index + 1}">{string.Concat(row.Select(Text))}</row>"""));

    /// <summary>The markup of a cell of an inline string.</summary>
    public static string Text(string text) => text.Length == 0 ? "<c/>"
        : $"""<c t="inlineStr"><is><t xml:space="preserve">{System.Security.SecurityElement.Escape(text)}</t></is></c>""";

    /// <summary>The markup of a worksheet.</summary>
    public static string Sheet(string rows, string after = "") =>
        $"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""";

    /// <summary>One part for <see cref="Parts"/>.</summary>
    public static ImmutableDictionary<string, string?> Part(string name, string? text) => ImmutableDictionary<string, string?>.Empty.Add(name, text);

    /// <summary>The parts by their names.</summary>
    public Dictionary<string, string> ToParts()
    {
        var formats = string.Concat(Formats.Select((code, index) => $"""<numFmt numFmtId="{164 + index}" formatCode="{System.Security.SecurityElement.Escape(code)}"/>"""));
        var styles = string.Concat(Formats.Select((_, index) => 164 + index).Concat(FormatIds).Select(id => $"""<xf numFmtId="{id}" applyNumberFormat="1"/>"""));
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""",
            ["_rels/.rels"] = $"""<Relationships xmlns="{References}"><Relationship Id="rId1" Type="{Types}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Types}">{Properties}<sheets>{Sheets}</sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = $"""
                <Relationships xmlns="{References}"><Relationship Id="rId1" Type="{Types}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Types}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Types}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="{Types}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId5" Type="{Types}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>
                """,
            ["xl/worksheets/sheet1.xml"] = Sheet(Rows, AfterRows),
            ["xl/styles.xml"] = $"""<styleSheet xmlns="{Main}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>""",
            ["xl/sharedStrings.xml"] = $"""<sst xmlns="{Main}">{Strings}</sst>""",
        };
        foreach (var (name, text) in Parts)
        {
            if (text is null)
            {
                parts.Remove(name);
            }
            else
            {
                parts[name] = text;
            }
        }

        return parts;
    }

    public byte[] ToBytes() => Zip([.. ToParts().Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value)))]);

    public ImportSource ToSource(ExcelSourceOptions? options = null) => SourceOf(ToBytes(), options);

    public static ImportSource SourceOf(byte[] bytes, ExcelSourceOptions? options = null) =>
        ExcelSource.FromStream(Name, _ => new(new MemoryStream(bytes, writable: false)), options);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return archive.ToArray();
    }
}
