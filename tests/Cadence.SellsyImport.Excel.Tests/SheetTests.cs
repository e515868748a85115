namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>What becomes of rows, sheets and workbooks.</summary>
public sealed class SheetTests
{
    [Fact]
    public async Task A_row_of_the_sheet_is_a_line_of_the_text_with_as_many_fields_as_the_headings()
    {
        var rendered = await Rendered.OfAsync(new TestWorkbook
        {
            Rows = """
                <row r="2"><c r="B2" t="str"><v>id</v></c><c r="D2" t="str"><v>note</v></c></row>
                <row r="3" spans="1:9"/>
                <row r="4"><c r="B4"><v>1</v></c><c r="E4" s="0"/><c r="F4" t="str"><v>  </v></c></row>
                <row r="6"><c r="D6"><v>2</v></c></row>
                """,
        });

        Assert.Equal(["", ";id;;note", "", ";1;;", "", ";;;2"], rendered.Lines);
        Assert.Empty(rendered.Findings);
    }

    [Fact]
    public async Task A_row_that_is_longer_than_the_first_ones_keeps_its_fields()
    {
        var rows = Enumerable.Range(1, 70).Select(row => (string[])["a", row == 70 ? "b" : "", row == 70 ? "c" : ""]);

        var lines = (await Rendered.OfAsync(TestWorkbook.Of([["x", "y"], .. rows]))).Lines;

        Assert.Equal("a;", lines[1]);
        Assert.Equal("a;b;c", lines[70]);
    }

    [Fact]
    public async Task Places_may_be_left_out()
    {
        var rendered = await Rendered.OfAsync(new TestWorkbook
        {
            Rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"3\"><c r=\"AA3\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>",
        });

        Assert.Equal(["1;2" + new string(';', 26), "", new string(';', 26) + "3;4", "5" + new string(';', 27)], rendered.Lines);
    }

    [Fact]
    public async Task The_text_starts_with_the_mark_of_UTF_8_and_its_lines_end_as_in_Windows() =>
        Assert.Equal("\uFEFF1;2\r\n", (await Rendered.OfAsync(TestWorkbook.Of(["1", "2"]))).Text);

    [Fact]
    public async Task Hidden_rows_are_rows_and_reported()
    {
        var rendered = await Rendered.OfAsync(new TestWorkbook
        {
            Rows = """<row><c><v>1</v></c></row><row hidden="1"><c><v>2</v></c></row><row ht="0" customHeight="1"><c><v>3</v></c></row><row hidden="1"/>""",
        });

        Assert.Equal(["1", "2", "3", ""], rendered.Lines);
        Assert.Equal(["HiddenRows: 2, 2"], rendered.Findings.Select(CellTests.Show));
    }

    [Fact]
    public async Task Merged_cells_are_reported()
    {
        var rendered = await Rendered.OfAsync(TestWorkbook.Of(["1", "2"]) with
        {
            AfterRows = """<mergeCells count="2"><mergeCell ref="A2:A5"/><mergeCell ref="B2:C2"/></mergeCells>""",
        });

        Assert.Equal(["MergedCells: 2, A2:A5"], rendered.Findings.Select(CellTests.Show));
    }

    [Theory]
    [InlineData(null, "one", "SheetChosen: Contacts, Old list, Secret")]
    [InlineData("OLD list", "two", "SheetChosen: Old list, Contacts, Secret")]
    [InlineData("Secret", "one", "SheetChosen: Secret, Contacts, Old list")]
    public async Task The_first_visible_sheet_is_read_or_the_one_that_is_named(string? name, string expected, string finding)
    {
        var rendered = await Rendered.OfAsync(Sheets, new() { Sheet = name });

        Assert.Equal([expected], rendered.Lines);
        Assert.Equal([finding], rendered.Findings.Select(CellTests.Show));
    }

    [Theory]
    [InlineData("Chart", "contacts.xlsx has no sheet \"Chart\". Its sheets: Contacts, Old list, Secret. Name one of them.")]
    [InlineData("Contact", "contacts.xlsx has no sheet \"Contact\". Its sheets: Contacts, Old list, Secret. Name one of them.")]
    public async Task A_sheet_that_is_not_there_is_named_with_those_that_are(string name, string message)
    {
        var error = await Assert.ThrowsAsync<SellsyImportException>(() => Rendered.OfAsync(Sheets, new() { Sheet = name }));

        Assert.Equal((ErrorCodes.SheetNotFound, message), (error.Code, error.Message));
    }

    [Fact]
    public async Task A_workbook_without_a_visible_sheet_names_those_that_are_hidden()
    {
        var workbook = new TestWorkbook { Sheets = """<sheet name="Lists" state="veryHidden" sheetId="1" r:id="rId1"/>""" };

        var error = await Assert.ThrowsAsync<SellsyImportException>(() => Rendered.OfAsync(workbook));

        Assert.Equal("contacts.xlsx has no sheet that is visible. Its sheets: Lists. Name one of them.", error.Message);
    }

    [Fact]
    public async Task A_line_is_led_back_to_the_row_of_the_sheet()
    {
        var rendered = await Rendered.OfAsync(new TestWorkbook
        {
            Rows = $"""<row r="1">{TestWorkbook.Text("id")}</row><row r="4">{TestWorkbook.Text("one\ntwo")}{TestWorkbook.Text("_x000D_")}</row><row r="5">{TestWorkbook.Text("x")}</row><row r="7">{TestWorkbook.Text("a\nb")}</row><row r="9"/>""",
        });

        // Lines: 1 id, 2 and 3 blank, 4 to 6 row 4, 7 row 5, 8 blank row 6, 9 and 10 row 7, 11 row 8, 12 row 9.
        Assert.Equal([1, 2, 3, 4, 4, 5, 6, 7, 7, 8, 9], Enumerable.Range(1, 11).Select(line => rendered.RowOf(line)));
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("_rels/.rels")]
    [InlineData("[Content_Types].xml")]
    public async Task Parts_that_a_sheet_does_not_need_may_be_missing(string part) =>
        Assert.Equal(["1;2"], (await Rendered.OfAsync(TestWorkbook.Of(["1", "2"]) with { Parts = TestWorkbook.Part(part, null) })).Lines);

    [Fact]
    public async Task Other_encodings_prefixes_and_the_strict_namespace_are_read()
    {
        const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        var sheet = $"""<?xml version="1.0" encoding="utf-16"?><x:worksheet xmlns:x="{Strict}"><!-- a --><x:sheetData><x:row><x:c t="str"><x:v>Zoé</x:v></x:c></x:row></x:sheetData></x:worksheet>""";
        var parts = new TestWorkbook().ToParts();
        var archive = TestWorkbook.Zip([.. parts.Select(part => (
            part.Key.Replace('/', '\\'),
            part.Key.EndsWith("sheet1.xml", StringComparison.Ordinal) ? [.. System.Text.Encoding.Unicode.GetPreamble(), .. System.Text.Encoding.Unicode.GetBytes(sheet)] : System.Text.Encoding.UTF8.GetBytes(part.Value)))]);

        Assert.Equal(["Zoé"], (await Rendered.OfAsync(archive)).Lines);
    }

    private static TestWorkbook Sheets => TestWorkbook.Of(["one"]) with
    {
        Sheets = """<sheet name="Chart" sheetId="4" r:id="rId5"/><sheet name="Contacts" sheetId="1" r:id="rId1"/><sheet name="Old list" sheetId="2" r:id="rId2"/><sheet name="Secret" sheetId="3" state="hidden" r:id="rId1"/>""",
        Parts = TestWorkbook.Part("xl/worksheets/sheet2.xml", TestWorkbook.Sheet(TestWorkbook.RowsOf(["two"]))),
    };
}
