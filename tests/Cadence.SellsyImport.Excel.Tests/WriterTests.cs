using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MiniExcelLibs;

namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>The same contacts in workbooks of two writers, imported to the lead.</summary>
public sealed class WriterTests
{
    private static readonly DateTime Birthday = new(1985, 3, 15);
    private static readonly DateTime Created = new(2024, 2, 29, 14, 30, 15);

    public static TheoryData<string> Writers => ["MiniExcel", "OpenXml"];

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Every_typed_cell_arrives_at_the_lead(string writer)
    {
        using var host = new ExcelHost();
        var source = TestWorkbook.SourceOf(writer == "MiniExcel" ? ByMiniExcel() : ByOpenXml());

        var plan = await host.PreviewAsync(source);
        var rows = await host.RowsAsync(source, plan);

        Assert.Equal((2L, 0L, 0L), (plan.Counts.Blank, plan.Counts.Active, plan.Counts.Error));
        Assert.Equal([2L, 3L], rows.Select(row => row.Row.Lines.First));
        var lead = rows[0].Lead!;
        Assert.Equal(("501", "Zoé", "Brûlé"), (lead.SellsyContactId, lead.FirstName, lead.LastName));
        Assert.Equal("01000", lead.Company?.ZipCode);
        Assert.Equal(DateOnly.FromDateTime(Birthday), lead.Birthday);
        Assert.Equal(Created, lead.CreatedInSellsy);
        Assert.True(lead.EmailConsent);
        Assert.False(rows[1].Lead!.EmailConsent);
        Assert.Equal("une ligne\net une autre", lead.Note);
        Assert.Equal("u1", rows[0].Owner?.Id);
        Assert.Equal("utf-8", plan.Format.Encoding);
        Assert.DoesNotContain(plan.Findings, finding => finding.Code is IssueCodes.SeparatorFound or IssueCodes.EncodingFound);
    }

    private static byte[] ByMiniExcel()
    {
        var workbook = new MemoryStream();
        workbook.SaveAs(new[] { Row(501, "Zoé", true), Row(502, "Anne", false) });
        return workbook.ToArray();

        static Dictionary<string, object> Row(int id, string firstName, bool consent) => new()
        {
            ["ID Sellsy"] = id,
            ["Prénom"] = firstName,
            ["Nom"] = "Brûlé",
            ["Propriétaire"] = "Ada Fontaine",
            ["Société"] = "Atelier; du Pont",
            ["Code postal"] = "01000",
            ["Date d'anniversaire"] = Birthday,
            ["Date de création"] = Created,
            ["Inscrit campagnes email"] = consent,
            ["Note"] = "une ligne\net une autre",
        };
    }

    private static byte[] ByOpenXml()
    {
        var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new(new Sheets());
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "00000" }),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 164 }, new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 22 }));
            var strings = workbook.AddNewPart<SharedStringTablePart>();
            strings.SharedStringTable = new();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var rows = new SheetData();
            rows.Append(new Row(((string[])["ID Sellsy", "Prénom", "Nom", "Propriétaire", "Société", "Code postal", "Date d'anniversaire", "Date de création", "Inscrit campagnes email", "Note"]).Select(Shared)));
            rows.Append(Contact(501, "Zoé", true), Contact(502, "Anne", false));
            sheet.Worksheet = new(rows);
            workbook.Workbook.Sheets!.Append(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Contacts" });

            Row Contact(int id, string firstName, bool consent) => new(
                Number(id, 0), Shared(firstName), Shared("Brûlé"), Shared("Ada Fontaine"), Shared("Atelier; du Pont"), Number(1000, 1),
                Number(Birthday.ToOADate(), 2), Number(Created.ToOADate(), 3), new Cell { DataType = CellValues.Boolean, CellValue = new(consent) },
                Shared("une ligne\net une autre"));

            Cell Shared(string text)
            {
                strings.SharedStringTable.Append(new SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text(text)));
                return new() { DataType = CellValues.SharedString, CellValue = new(strings.SharedStringTable.ChildElements.Count - 1) };
            }
        }

        return bytes.ToArray();

        static Cell Number(double number, uint style) => new() { CellValue = new(number), StyleIndex = style };
    }
}
