using System.Globalization;

namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>What becomes of each kind of cell.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("75008", "75008")]
    [InlineData("33612345678", "33612345678")]
    [InlineData("4.3499999999999996", "4.35")]
    [InlineData("1.2E-7", "0.00000012")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("-0", "0")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("1000000000000000", "1E+15")]
    [InlineData("-1234567890123456.5", "-1.2345678901234565E+15")]
    [InlineData("1E+200", "1E+200")]
    [InlineData("NaN", "NaN")]
    [InlineData("twelve", "twelve")]
    public async Task A_number_has_all_its_digits(string value, string expected) =>
        Assert.Equal(expected, await Rendered.CellAsync($"<c><v>{value}</v></c>"));

    [Theory]
    [InlineData("00000", "1000", "01000")]
    [InlineData("00000", "123456", "123456")]
    [InlineData("00000", "1000.5", "1000.5")]
    [InlineData("00000", "-5", "-5")]
    [InlineData("0#\" \"##\" \"##\" \"##\" \"##", "546778899", "05 46 77 88 99")]
    [InlineData("000\\ 000\\ 000", "55200155", "055 200 155")]
    [InlineData("\"FR\"00", "7", "FR07")]
    [InlineData("# ##0", "500101", "500101")]
    [InlineData("#,##0", "500101", "500101")]
    [InlineData("0.00", "12", "12")]
    [InlineData("0%", "0.25", "0.25")]
    [InlineData("0.00E+00", "33612345678", "33612345678")]
    [InlineData("00\" €\"_-", "5", "5")]
    [InlineData("[<=99]00;000", "5", "5")]
    [InlineData("@", "75008", "75008")]
    [InlineData("General", "75008", "75008")]
    public async Task A_number_is_rendered_as_it_is_displayed_where_that_loses_nothing(string format, string value, string expected) =>
        Assert.Equal(expected, await Rendered.CellAsync($"""<c s="1"><v>{value}</v></c>""", new() { Formats = [format] }));

    [Theory]
    [InlineData("dd/mm/yyyy", "45000", "2023-03-15")]
    [InlineData("jj/mm/aaaa", "45000", "2023-03-15")]
    [InlineData("[$-40C]d mmmm yyyy;@", "45000", "2023-03-15")]
    [InlineData("dd/mm/yyyy", "45000.5", "2023-03-15T12:00:00")]
    [InlineData("dd/mm/yyyy\\ hh:mm", "45000.604166666664", "2023-03-15T14:30:00")]
    [InlineData("dd/mm/yyyy hh:mm", "45000", "2023-03-15T00:00:00")]
    [InlineData("hh:mm", "0.604166666666667", "14:30:00")]
    [InlineData("[Red]h:mm AM/PM", "0.75", "18:00:00")]
    [InlineData("hh:mm", "45000.5", "2023-03-15T12:00:00")]
    [InlineData("mm:ss.0", "0.000017361", "00:00:01.500")]
    [InlineData("[h]:mm", "1.5", "36:00:00")]
    [InlineData("dd/mm/yyyy", "1", "1900-01-01")]
    [InlineData("dd/mm/yyyy", "59", "1900-02-28")]
    [InlineData("dd/mm/yyyy", "60", "1900-02-29")]
    [InlineData("dd/mm/yyyy", "61", "1900-03-01")]
    [InlineData("dd/mm/yyyy", "0", "1900-01-00")]
    [InlineData("dd/mm/yyyy", "2958465", "9999-12-31")]
    [InlineData("dd/mm/yyyy", "2958465.99999999999", "2958466")]
    [InlineData("dd/mm/yyyy", "-3", "-3")]
    [InlineData("\"le jour\" 00", "45000", "le jour 45000")]
    [InlineData("\\d00", "45000", "d45000")]
    public async Task A_day_is_rendered_as_ISO_8601(string format, string value, string expected) =>
        Assert.Equal(expected, await Rendered.CellAsync($"""<c s="1"><v>{value}</v></c>""", new() { Formats = [format] }));

    [Theory]
    [InlineData(14, "2023-03-15T12:00:00")]
    [InlineData(22, "2023-03-15T12:00:00")]
    [InlineData(46, "1080012:00:00")]
    [InlineData(1, "45000.5")]
    [InlineData(49, "45000.5")]
    public async Task Formats_without_a_code_are_known(int id, string expected) =>
        Assert.Equal(expected, await Rendered.CellAsync("""<c s="1"><v>45000.5</v></c>""", new() { FormatIds = [id] }));

    [Theory]
    [InlineData("0", "1904-01-01")]
    [InlineData("43538", "2023-03-15")]
    [InlineData("2957003", "9999-12-31")]
    [InlineData("2957004", "2957004")]
    public async Task Days_may_be_counted_from_1904(string value, string expected) => Assert.Equal(
        expected,
        await Rendered.CellAsync($"""<c s="1"><v>{value}</v></c>""", new() { FormatIds = [14], Properties = """<workbookPr date1904="1"/>""" }));

    [Theory]
    [InlineData("""<c t="b"><v>1</v></c>""", "TRUE")]
    [InlineData("""<c t="b"><v>0</v></c>""", "FALSE")]
    [InlineData("""<c t="e"><v>#N/A</v></c>""", "#N/A")]
    [InlineData("""<c t="d"><v>2024-02-29T00:00:00</v></c>""", "2024-02-29")]
    [InlineData("""<c t="d"><v>2024-02-29T08:15:00</v></c>""", "2024-02-29T08:15:00")]
    [InlineData("""<c t="d"><v>2024-02-29</v></c>""", "2024-02-29")]
    [InlineData("""<c t="str"><f>A1&amp;"é"</f><v>Zoé</v></c>""", "Zoé")]
    [InlineData("""<c><f>1+1</f><v>2</v></c>""", "2")]
    [InlineData("""<c t="str"><f>""</f><v></v></c>""", "")]
    [InlineData("""<c t="inlineStr"><is><t>Zoé</t></is></c>""", "Zoé")]
    [InlineData("""<c t="inlineStr"><is><r><rPr><b/></rPr><t>Zo</t></r><r><t>é</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>""", "Zoé")]
    [InlineData("""<c t="inlineStr"><is><t>a&lt;b <![CDATA[& c]]></t></is></c>""", "a<b & c")]
    [InlineData("""<c t="s"><v>0</v></c>""", "Zoé")]
    [InlineData("""<c t="s"><v>1</v></c>""", "Anne Marie")]
    [InlineData("""<c t="s"><v>2</v></c>""", "")]
    [InlineData("""<c t="s"/>""", "")]
    [InlineData("""<c t="s"></c>""", "")]
    public async Task Texts_flags_and_errors_are_rendered_as_they_are(string cell, string expected) => Assert.Equal(expected, await Rendered.CellAsync(
        cell,
        new() { Strings = """<si><t>Zoé</t></si><si><r><t xml:space="preserve">Anne </t></r><r><t>Marie</t></r><phoneticPr fontId="1"/><rPh sb="0" eb="1"><t>x</t></rPh></si><si/>""" }));

    [Theory]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("one\ntwo", "\"one\ntwo\"")]
    [InlineData("one_x000D_\ntwo", "\"one\r\ntwo\"")]
    [InlineData("a_x005F_x000D_b", "a_x000D_b")]
    [InlineData("_xD83D__xDE00_", "😀")]
    [InlineData("_xD83D_", "_xD83D_")]
    [InlineData("_x00e9_", "é")]
    [InlineData("_x12_", "_x12_")]
    [InlineData("_x", "_x")]
    [InlineData("   ", "")]
    [InlineData("=1+1", "=1+1")]
    public async Task A_text_is_quoted_where_it_must_be_and_its_escapes_are_characters(string text, string expected) =>
        Assert.Equal(expected, await Rendered.CellAsync(TestWorkbook.Text(text)));

    [Fact]
    public async Task Numbers_of_more_than_15_digits_have_an_exponent_and_are_reported()
    {
        var rendered = await Rendered.OfAsync(new TestWorkbook
        {
            Rows = """<row r="1"><c t="str"><v>id</v></c></row><row r="3"><c r="C3"><v>1234567890123450</v></c><c><v>1.2345678901234567E+19</v></c></row>""",
        });

        Assert.Equal(["id;;;", "", ";;1.23456789012345E+15;1.2345678901234567E+19"], rendered.Lines);
        Assert.Equal(["NumbersRounded: 2, C3"], rendered.Findings.Select(Show));
    }

    [Fact]
    public async Task A_formula_without_a_value_is_blank_and_reported()
    {
        var rendered = await Rendered.OfAsync(new TestWorkbook
        {
            Rows = """<row r="1"><c t="str"><v>id</v></c></row><row r="2"><c r="B2"><f>A1</f></c><c><v>7</v></c></row>""",
        });

        Assert.Equal(["id;;", ";;7"], rendered.Lines);
        Assert.Equal(["FormulasWithoutValue: 1, B2"], rendered.Findings.Select(Show));
    }

    [Fact]
    public async Task The_text_does_not_depend_on_the_culture_of_the_host()
    {
        var workbook = new TestWorkbook { Rows = """<row><c><v>12.5</v></c><c s="1"><v>45000.5</v></c><c s="2"><v>1.5</v></c></row>""", FormatIds = [22, 46] };
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            // A culture of its own, because a host without cultures has no other.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator) = (",", ".", ".");
            Thread.CurrentThread.CurrentCulture = culture;
            Assert.Equal(["12.5;2023-03-15T12:00:00;36:00:00"], (await Rendered.OfAsync(workbook)).Lines);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    internal static string Show(ImportIssue finding) => $"{finding.Code}: {string.Join(", ", finding.Arguments)}";
}
