using System.Text;
using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

public sealed class DetectionTests
{
    private const string Rows = "1;Zoé;Petit\n2;Ali;Roux\n";

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task The_separator_is_found(char separator)
    {
        var text = "ID Sellsy;Prénom;Nom;Note\n1;Zoé;Petit;\"a, b; c | d\"\n2;Ali;Roux;\"1,5; 2,5\"\n".Replace(';', separator);
        await using var export = await Exports.OpenAsync(text);

        Assert.Equal(separator, export.Format.Separator);
        Assert.Equal(2, (await Exports.RowsAsync(export)).Count);
        Assert.Contains(export.Format.Findings, finding => finding.Code == IssueCodes.SeparatorFound && finding.Arguments is [_, "2", "2"]);
    }

    [Theory]
    [InlineData("sep=;\r\n")]
    [InlineData("\"sep=;\"\n")]
    [InlineData("SEP=;\r")]
    public async Task A_line_that_declares_the_separator_is_obeyed_and_is_no_row(string declaration)
    {
        await using var export = await Exports.OpenAsync(declaration + "ID Sellsy;Prénom;Nom\n" + Rows);

        Assert.Equal(["1 @3: 1|Zoé|Petit", "2 @4: 2|Ali|Roux"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Equal(new LineRange(2, 2), export.Format.HeadingLines);
        Assert.Contains(export.Format.Findings, finding => finding is { Code: IssueCodes.SeparatorDeclared, Arguments: [";"] });
    }

    [Theory]
    [InlineData("Export des contacts du 12/03/2026\n\n", 3)]
    [InlineData("\n\n\n", 4)]
    [InlineData("Contacts;;\nExport;du;12/03/2026\n", 3)]
    public async Task Lines_before_the_headings_are_no_rows(string before, int headingLine)
    {
        await using var export = await Exports.OpenAsync(before + "ID Sellsy;Prénom;Nom\n" + Rows);

        Assert.Equal(
            [$"1 @{headingLine + 1}: 1|Zoé|Petit", $"2 @{headingLine + 2}: 2|Ali|Roux"],
            (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Equal(new LineRange(headingLine, headingLine), export.Format.HeadingLines);
        Assert.Contains(export.Format.Findings, finding => finding.Code == IssueCodes.LinesBeforeHeadings && finding.Arguments[0] == $"{headingLine - 1}");
    }

    [Fact]
    public async Task Headings_on_two_lines_are_put_together()
    {
        await using var export = await Exports.OpenAsync("ID;Numéro de;Nom\nSellsy;téléphone portable;\n1;0601020304;Petit\n");

        Assert.Equal(["ID Sellsy", "Numéro de téléphone portable", "Nom"], export.Columns.Select(column => column.Heading));
        Assert.Equal(["1 @3: 1|0601020304|Petit"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Equal(new LineRange(1, 2), export.Format.HeadingLines);
    }

    [Fact]
    public async Task A_heading_with_a_line_break_a_mark_and_no_break_spaces_is_cleaned()
    {
        await using var export = await Exports.OpenAsync("\uFEFF\"ID\u00A0Sellsy\";\" Numéro de\r\ntéléphone  portable\";Nom\u00A0\n1;0601020304;Petit\n");

        Assert.Equal(["ID Sellsy", "Numéro de téléphone portable", "Nom"], export.Columns.Select(column => column.Heading));
        Assert.Equal(["1 @3: 1|0601020304|Petit"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
    }

    [Theory]
    [InlineData("ID Sellsy;Prénom;Nom;;\n1;Zoé;Petit;;\n2;Ali;Roux;;\n", 5)]
    [InlineData("ID Sellsy;Prénom;Nom\n1;Zoé;Petit;\n2;Ali;Roux;\n", 4)]
    [InlineData("ID Sellsy;Prénom;Nom;;\n1;Zoé;Petit\n2;Ali;Roux\n", 3)]
    public async Task Separators_at_the_end_of_every_line_are_no_damage(string text, int columns)
    {
        await using var export = await Exports.OpenAsync(text);
        var rows = await Exports.RowsAsync(export, new ColumnSelection([0, 1, 2]));

        Assert.Equal(["1 @2: 1|Zoé|Petit", "2 @3: 2|Ali|Roux"], rows.ConvertAll(Exports.Text));
        Assert.Equal(columns, export.Columns.Length);
        Assert.Equal(["ID Sellsy", "Prénom", "Nom"], export.Columns.Take(3).Select(column => column.Heading));
        Assert.All(export.Columns.Skip(3), column => Assert.Equal("", column.Heading));
    }

    [Fact]
    public async Task A_separator_too_many_with_a_value_behind_it_is_damage()
    {
        Assert.Equal(
            ["1 @2: !FieldCountDiffers(4,3)", "2 @3: !FieldCountDiffers(4,3)"],
            await Exports.TextsAsync("ID Sellsy;Prénom;Nom\n1;Zoé;Petit;x\n2;Ali;Roux;y\n"));
    }

    [Fact]
    public async Task Headings_that_occur_twice_are_told_apart_by_position()
    {
        await using var export = await Exports.OpenAsync("ID Sellsy;Nom;Prénom;Nom\n1;Petit;Zoé;autre\n");

        Assert.Equal(["Nom", "Nom"], export.Columns.Where(column => column.Index is 1 or 3).Select(column => column.Heading));
        Assert.Contains(export.Format.Findings, finding => finding is { Code: IssueCodes.HeadingRepeated, Arguments: ["Nom", "2"] });
        Assert.Equal(["1 @2: 1|Petit|Zoé|autre"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
    }

    [Theory]
    [InlineData("\r\n", NewLineStyle.CrLf)]
    [InlineData("\n", NewLineStyle.Lf)]
    [InlineData("\r", NewLineStyle.Cr)]
    public async Task The_line_end_is_found(string lineEnd, NewLineStyle style)
    {
        await using var export = await Exports.OpenAsync(("ID Sellsy;Prénom;Nom\n" + Rows).Replace("\n", lineEnd));

        Assert.Equal(style, export.Format.NewLine);
        Assert.Equal(["1 @2: 1|Zoé|Petit", "2 @3: 2|Ali|Roux"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
    }

    [Fact]
    public async Task Mixed_line_ends_are_found()
    {
        await using var export = await Exports.OpenAsync("ID Sellsy;Nom\r\n1;Petit\r2;Roux\n3;Noir");

        Assert.Equal(NewLineStyle.Mixed, export.Format.NewLine);
        Assert.Equal(["1 @2: 1|Petit", "2 @3: 2|Roux", "3 @4: 3|Noir"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
    }

    [Fact]
    public async Task Headings_that_nobody_knows_are_headings_all_the_same()
    {
        await using var export = await Exports.OpenAsync("Kolumna;Druga;Trzecia\n1;abc;2\n2;def;3\n");

        Assert.Equal(["Kolumna", "Druga", "Trzecia"], export.Columns.Select(column => column.Heading));
        Assert.Equal(2, (await Exports.RowsAsync(export)).Count);
    }

    [Fact]
    public async Task The_sample_holds_the_first_rows_with_all_columns()
    {
        var text = new StringBuilder("ID Sellsy;Nom\n");
        for (var row = 1; row <= 500; row++)
        {
            text.Append(row).Append(";Petit\n");
        }

        await using var export = await Exports.OpenAsync(text.ToString());

        Assert.Equal(200, export.Sample.Length);
        Assert.Equal("200 @201: 200|Petit", Exports.Text(export.Sample[^1]));
    }

    [Theory]
    [InlineData("\"ID\nSellsy\";Prénom;Nom")]
    [InlineData("ID Sellsy;\"Pré\nnom\";\"Nom\"")]
    public async Task A_heading_in_quotes_that_has_a_line_break_is_no_damage(string headings)
    {
        await using var export = await Exports.OpenAsync($"{headings}\n{Rows}");

        Assert.Equal(new LineRange(1, 2), export.Format.HeadingLines);
        Assert.Equal(["1 @3: 1|Zoé|Petit", "2 @4: 2|Ali|Roux"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
    }

    [Fact]
    public async Task Rows_before_headings_with_more_columns_are_rows()
    {
        const string Headings = "ID Sellsy;Prénom;Nom";
        await using var export = await Exports.OpenAsync(Headings + "\n" + Rows + Headings + ";Note\n3;Léa;Noir;n\n");

        Assert.Equal(
            ["1 @2: 1|Zoé|Petit", "2 @3: 2|Ali|Roux", "3 @4: !FieldCountDiffers(4,3)", "4 @5: !FieldCountDiffers(4,3)"],
            (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Equal(new LineRange(1, 1), export.Format.HeadingLines);
    }

    [Fact]
    public async Task Rows_under_headings_that_nobody_knows_are_not_lost_before_headings_that_are_known() =>
        Assert.Equal(
            ["1 @2: 1|Zoé|Petit", "2 @3: 2|Ali|Roux", "3 @4: !HeadingsChange(4)", "4 @5: !HeadingsChange(4)"],
            await Exports.TextsAsync("Kolumna;Druga;Trzecia\n" + Rows + "ID Sellsy;Prénom;Nom\n3;Léa;Noir\n"));

    [Fact]
    public async Task Rows_before_an_export_with_another_separator_are_rows_and_those_after_it_are_errors()
    {
        var later = string.Concat(Enumerable.Range(3, 30).Select(id => $"{id},Léa,Noir\n"));
        await using var export = await Exports.OpenAsync("ID Sellsy;Prénom;Nom\n" + Rows + "ID Sellsy,Prénom,Nom\n" + later);
        var rows = await Exports.RowsAsync(export);

        Assert.Equal(';', export.Format.Separator);
        Assert.Equal(["1 @2: 1|Zoé|Petit", "2 @3: 2|Ali|Roux", "3 @4: !FieldCountDiffers(1,3)"], rows[..3].ConvertAll(Exports.Text));
        Assert.Equal(33, rows.Count);
        Assert.All(rows[2..], row => Assert.True(row.IsDamaged));
    }

    [Fact]
    public async Task Rows_that_stand_before_the_headings_are_not_passed_over()
    {
        var failure = await Exports.FailureAsync(Encoding.UTF8.GetBytes("8;Léa;Noir\nID Sellsy;Prénom;Nom\n" + Rows));

        Assert.Equal(ErrorCodes.HeadingsNotFound, failure.Code);
    }
}
