using System.IO.Compression;
using System.Xml;
using Cadence.SellsyImport.Excel;
using Cadence.SellsyImport.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;
using MiniExcelLibs;

namespace ExcelReaders;

/// <summary>Each reads every cell of the first sheet as a text, and counts rows, cells and characters.</summary>
internal static class Readers
{
    public static (long Rows, long Cells, long Characters) MiniExcel(string path)
    {
        var (rows, cells, characters) = (0L, 0L, 0L);
        using var stream = File.OpenRead(path);
        foreach (IDictionary<string, object?> row in stream.Query())
        {
            rows++;
            foreach (var cell in row.Values)
            {
                Count(cell?.ToString(), ref cells, ref characters);
            }
        }

        return (rows, cells, characters);
    }

    public static (long Rows, long Cells, long Characters) ExcelDataReader(string path)
    {
        var (rows, cells, characters) = (0L, 0L, 0L);
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        while (reader.Read())
        {
            rows++;
            for (var column = 0; column < reader.FieldCount; column++)
            {
                Count(reader.GetValue(column)?.ToString(), ref cells, ref characters);
            }
        }

        return (rows, cells, characters);
    }

    public static (long Rows, long Cells, long Characters) OpenXml(string path)
    {
        var (rows, cells, characters) = (0L, 0L, 0L);
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var strings = new List<string>();
        if (document.WorkbookPart!.SharedStringTablePart is { } shared)
        {
            using var items = OpenXmlReader.Create(shared);
            while (items.Read())
            {
                if (items.ElementType == typeof(SharedStringItem) && items.IsStartElement)
                {
                    strings.Add(((SharedStringItem)items.LoadCurrentElement()!).InnerText);
                }
            }
        }

        using var reader = OpenXmlReader.Create(document.WorkbookPart.WorksheetParts.First());
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                rows++;
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
            {
                var cell = (Cell)reader.LoadCurrentElement()!;
                var text = cell.DataType?.Value == CellValues.SharedString ? strings[int.Parse(cell.CellValue!.Text)]
                    : cell.CellValue?.Text ?? cell.InlineString?.Text?.Text;
                Count(text, ref cells, ref characters);
            }
        }

        return (rows, cells, characters);
    }

    public static (long Rows, long Cells, long Characters) Source(string path)
    {
        var (lines, bytes) = (0L, 0L);
        using var stream = WorkbookStream.OpenAsync(path, _ => new(File.OpenRead(path)), new(), default).AsTask().GetAwaiter().GetResult();
        var buffer = new byte[128 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0; bytes += read)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return (((IConvertedStream)stream).OriginalLineOf(lines), 0, bytes);
    }

    public static (long Rows, long Cells, long Characters) XmlReader(string path)
    {
        var (rows, cells, characters) = (0L, 0L, 0L);
        using var zip = ZipFile.OpenRead(path);
        var strings = new List<string>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };
        if (zip.GetEntry("xl/sharedStrings.xml") is { } entry)
        {
            using var reader = System.Xml.XmlReader.Create(entry.Open(), settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t")
                {
                    strings.Add(reader.ReadElementContentAsString());
                }
            }
        }

        using var sheet = System.Xml.XmlReader.Create(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open(), settings);
        var isShared = false;
        while (sheet.Read())
        {
            if (sheet.NodeType == XmlNodeType.Element)
            {
                switch (sheet.LocalName)
                {
                    case "row":
                        rows++;
                        break;
                    case "c":
                        isShared = sheet.GetAttribute("t") == "s";
                        _ = sheet.GetAttribute("r");
                        break;
                    case "v" or "t":
                        sheet.Read();
                        Count(isShared ? strings[int.Parse(sheet.Value)] : sheet.Value, ref cells, ref characters);
                        break;
                }
            }
        }

        return (rows, cells, characters);
    }

    private static void Count(string? text, ref long cells, ref long characters)
    {
        if (text is not null)
        {
            cells++;
            characters += text.Length;
        }
    }
}
