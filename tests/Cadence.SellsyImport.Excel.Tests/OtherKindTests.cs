using System.Text;

namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>Files that are taken for workbooks: each is recognised, and its message says what to do.</summary>
public sealed class OtherKindTests
{
    private static readonly byte[] CompoundStart = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, string> Kinds => new()
    {
        { "xls", "contacts.xlsx is a workbook of Excel 97 to 2003 (.xls). In Excel, save it as \"Excel workbook (.xlsx)\", and import that one." },
        { "encrypted", "contacts.xlsx is protected by a password. In Excel, remove it under File > Info > Protect Workbook > Encrypt with Password, save, and import it again." },
        { "csv", "contacts.xlsx is text, such as a CSV file, and no Excel workbook. Give it the extension .csv, and import it as such." },
        { "html", "contacts.xlsx is a web page and no Excel workbook. Open it in Excel, save it as \"Excel workbook (.xlsx)\", and import that one." },
        { "ods", "contacts.xlsx is an OpenDocument file (.ods). In LibreOffice, save it as \"Excel 2007-365 (.xlsx)\", and import that one." },
        { "xlsb", "contacts.xlsx is a binary Excel workbook (.xlsb). In Excel, save it as \"Excel workbook (.xlsx)\", and import that one." },
        { "zip", "contacts.xlsx is a ZIP archive and no Excel workbook. Extract the workbook from it, and import that one." },
        { "docx", "contacts.xlsx is no Excel workbook (.xlsx) but a file of the kind docx. Save it as \"Excel workbook (.xlsx)\" in a spreadsheet, or export the contacts from Sellsy as CSV." },
        { "pdf", "contacts.xlsx is no Excel workbook (.xlsx) but a file of the kind pdf. Save it as \"Excel workbook (.xlsx)\" in a spreadsheet, or export the contacts from Sellsy as CSV." },
        { "unknown", "contacts.xlsx is no Excel workbook (.xlsx) but a file of the kind unknown. Save it as \"Excel workbook (.xlsx)\" in a spreadsheet, or export the contacts from Sellsy as CSV." },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_of_another_kind_is_refused_by_its_name(string kind, string message)
    {
        var error = await Assert.ThrowsAsync<SellsyImportException>(() => Rendered.OfAsync(FileOf(kind)));

        Assert.Equal((ErrorCodes.WorkbookOfAnotherKind, kind, message), (error.Code, error.Arguments[1], error.Message));
    }

    [Fact]
    public async Task Text_in_UTF_16_is_text()
    {
        byte[] text = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("ID Sellsy;Nom")];

        Assert.Equal("csv", (await Assert.ThrowsAsync<SellsyImportException>(() => Rendered.OfAsync(text))).Arguments[1]);
    }

    [Fact]
    public async Task A_file_without_bytes_is_empty() =>
        Assert.Equal(ErrorCodes.FileEmpty, (await Assert.ThrowsAsync<SellsyImportException>(() => Rendered.OfAsync([]))).Code);

    private static byte[] FileOf(string kind) => kind switch
    {
        "xls" => Compound("Workbook"),
        "encrypted" => Compound("EncryptedPackage"),
        "csv" => "ID Sellsy;Nom\r\n1;Zoé\r\n"u8.ToArray(),
        "html" => "<html><table><tr><td>1</td></tr></table></html>"u8.ToArray(),
        "ods" => TestWorkbook.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", [])),
        "xlsb" => TestWorkbook.Zip(
            ("_rels/.rels", Encoding.UTF8.GetBytes(new TestWorkbook().ToParts()["_rels/.rels"].Replace("workbook.xml", "workbook.bin", StringComparison.Ordinal))), ("xl/workbook.bin", [1])),
        "docx" => TestWorkbook.Zip(
            ("_rels/.rels", Encoding.UTF8.GetBytes(new TestWorkbook().ToParts()["_rels/.rels"].Replace("xl/workbook.xml", "word/document.xml", StringComparison.Ordinal))), ("word/document.xml", [1])),
        "zip" => TestWorkbook.Zip(("contacts.xlsx", [1, 2])),
        "pdf" => "%PDF-1.7"u8.ToArray(),
        _ => [0, 1, 2, 3],
    };

    /// <summary>A compound file whose directory is in its second sector.</summary>
    private static byte[] Compound(string stream)
    {
        var file = new byte[4 * 512];
        CompoundStart.CopyTo(file, 0);
        file[30] = 9;
        file[48] = 1;
        Encoding.Unicode.GetBytes("Root Entry").CopyTo(file, 1024);
        Encoding.Unicode.GetBytes(stream).CopyTo(file, 1024 + 128);
        return file;
    }
}
