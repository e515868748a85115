using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Cadence.SellsyImport.Testing;
using CsvHelper;

namespace ExcelReaders;

/// <summary>
/// Writes a generated export as a workbook as spreadsheets save it: shared strings in the order of their first use, ids and codes as numbers,
/// dates as days with a number format.
/// </summary>
internal static class WorkbookFile
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string DateStyle = "1";

    public static void Write(string path, int rows, bool isInline)
    {
        var export = new SellsyExportGenerator(new() { Rows = rows, BlankShare = 0.1, Family = Cadence.SellsyImport.HeadingFamily.ImportTemplate });
        var strings = new Dictionary<string, int>(StringComparer.Ordinal);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using (var sheet = Part(zip, "xl/worksheets/sheet1.xml"))
        {
            WriteSheet(sheet, export.ToBytes(), isInline ? null : strings);
        }

        using (var shared = Part(zip, "xl/sharedStrings.xml"))
        {
            shared.WriteStartElement("sst", Sheet);
            foreach (var text in strings.Keys)
            {
                shared.WriteStartElement("si", Sheet);
                WriteText(shared, text);
                shared.WriteEndElement();
            }
        }

        Text(zip, "[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
            """);
        Text(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Text(zip, "xl/workbook.xml", $"""<workbook xmlns="{Sheet}" xmlns:r="{Relations}"><sheets><sheet name="Contacts" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Text(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/styles" Target="styles.xml"/><Relationship Id="r3" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
        Text(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Sheet}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
    }

    private static void WriteSheet(XmlWriter sheet, byte[] csvBytes, Dictionary<string, int>? strings)
    {
        using var csv = CsvReader.Create(csvBytes, new() { Separator = ';', HasHeader = false });
        sheet.WriteStartElement("worksheet", Sheet);
        sheet.WriteStartElement("sheetData", Sheet);
        for (var row = 1; csv.Read(); row++)
        {
            sheet.WriteStartElement("row", Sheet);
            sheet.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
            for (var column = 0; column < csv.FieldCount; column++)
            {
                WriteCell(sheet, row, column, Encoding.UTF8.GetString(csv.GetSpan(column)), strings);
            }

            sheet.WriteEndElement();
        }
    }

    private static void WriteCell(XmlWriter sheet, int row, int column, string text, Dictionary<string, int>? strings)
    {
        if (text.Length == 0)
        {
            return;
        }

        sheet.WriteStartElement("c", Sheet);
        sheet.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}"));
        var isNumber = text.Length < 12 && text[0] is > '0' and <= '9' && text.All(char.IsAsciiDigit);
        var date = DateTime.MinValue;
        if (isNumber || DateTime.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            if (!isNumber)
            {
                sheet.WriteAttributeString("s", DateStyle);
            }

            sheet.WriteElementString("v", Sheet, isNumber ? text : date.ToOADate().ToString(CultureInfo.InvariantCulture));
        }
        else if (strings is null)
        {
            sheet.WriteAttributeString("t", "inlineStr");
            sheet.WriteStartElement("is", Sheet);
            WriteText(sheet, text);
            sheet.WriteEndElement();
        }
        else
        {
            if (!strings.TryGetValue(text, out var index))
            {
                strings.Add(text, index = strings.Count);
            }

            sheet.WriteAttributeString("t", "s");
            sheet.WriteElementString("v", Sheet, index.ToString(CultureInfo.InvariantCulture));
        }

        sheet.WriteEndElement();
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";

    private static void WriteText(XmlWriter writer, string text)
    {
        writer.WriteStartElement("t", Sheet);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(text);
        writer.WriteEndElement();
    }

    private static XmlWriter Part(ZipArchive zip, string name) =>
        XmlWriter.Create(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new() { CloseOutput = true, Encoding = new UTF8Encoding(false) });

    private static void Text(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
