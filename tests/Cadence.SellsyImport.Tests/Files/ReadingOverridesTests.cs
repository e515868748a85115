using System.Text;
using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>What a person chose is obeyed, reported, and refused if no file can be read with it.</summary>
public sealed class ReadingOverridesTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Note\n";

    [Theory]
    [InlineData("windows-1254", 1254, "Ayşe;Yıldız;Doğan")]
    [InlineData("WINDOWS-1254", 1254, "Ayşe;Yıldız;Doğan")]
    [InlineData("windows-1250", 1250, "Michał;Wrzesiński;Łódź")]
    [InlineData("iso-8859-2", 28592, "Michał;Wrzesiński;ą")]
    [InlineData("ibm850", 850, "Loïc;Ève;Où")]
    [InlineData("ibm437", 437, "Loïc;Zoé;½")]
    [InlineData("macintosh", 10000, "Loïc;Ève;l’œuvre")]
    [InlineData("windows-1252", 1252, "Guðrún;Þór;nord–sud")]
    [InlineData("iso-8859-1", 1252, "Zoé;Brûlé;‹mot› c‹ur")]
    public async Task Every_line_is_read_in_the_encoding_that_was_chosen(string name, int codePage, string cells)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes($"ID Sellsy;Prenom;Nom;Note\n1;{cells}\n");
        await using var export = await Exports.OpenAsync(bytes, new ReadingOverrides { Encoding = name });

        Assert.Equal([$"1 @2: 1|{cells.Replace(';', '|')}"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Equal(TextEncoding.Find(name)!.Name, export.Format.Encoding);
        Assert.DoesNotContain(export.Format.Findings, finding => finding.Code == IssueCodes.EncodingFound);
        Assert.Equal([name, "", "", ""], Assert.Single(export.Format.Findings, finding => finding.Code == IssueCodes.ReadingChosen).Arguments);
    }

    [Fact]
    public async Task A_line_that_is_no_utf_8_is_an_error_if_that_was_chosen()
    {
        byte[] bytes = [.. Encoding.Latin1.GetBytes("ID Sellsy;Prenom;Nom\n1;Zoé;Petit\n2;Ali;Roux\n"), .. "3;Léa;Noir\n"u8];

        Assert.Equal(
            ["1 @2: !BytesUndecodable(25,utf-8)", "2 @3: 2|Ali|Roux", "3 @4: 3|Léa|Noir"],
            await Exports.TextsAsync(bytes, new ReadingOverrides { Encoding = "utf-8" }));
    }

    [Theory]
    [InlineData("utf-16le", true)]
    [InlineData("utf-16be", false)]
    [InlineData("utf-32le", false)]
    [InlineData("utf-8", true)]
    public async Task A_byte_order_mark_is_no_part_of_the_first_heading(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Headings + "1;Zoé;Petit;été\n")];
        await using var export = await Exports.OpenAsync(bytes, new ReadingOverrides { Encoding = name });

        Assert.Equal("ID Sellsy", export.Columns[0].Heading);
        Assert.Equal(["1 @2: 1|Zoé|Petit|été"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
    }

    [Theory]
    [InlineData(':')]
    [InlineData('^')]
    [InlineData(',')]
    public async Task Fields_are_cut_at_the_separator_that_was_chosen(char separator)
    {
        var text = $"sep=;\n{Headings}1;Zoé;Petit;\"a;b\"\n".Replace(';', separator).Replace($"sep={separator}", "sep=;", StringComparison.Ordinal);
        await using var export = await Exports.OpenAsync(Encoding.UTF8.GetBytes(text), new ReadingOverrides { Separator = separator });

        Assert.Equal([$"1 @3: 1|Zoé|Petit|a{separator}b"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Equal(separator, export.Format.Separator);
        Assert.DoesNotContain(export.Format.Findings, finding => finding.Code is IssueCodes.SeparatorFound or IssueCodes.SeparatorDeclared);
    }

    [Theory]
    [InlineData("1;2;3\nAlpha;Beta;Gamma\n7;Zoé;Petit\n", 2, "1 @3: 7|Zoé|Petit")]
    [InlineData("Contacts \"du jour\nID Sellsy;Prénom;Nom\n7;Zoé;Petit\n", 2, "1 @3: 7|Zoé|Petit")]
    [InlineData("ID Sellsy;Prénom;Nom\nNummer;Vorname;Name\n7;Zoé;Petit\n", 2, "1 @3: 7|Zoé|Petit")]
    [InlineData("sep=;\n\nID Sellsy;Prénom;Nom\nSellsy ID;First name;Name\n7;Zoé;Petit\n", 3, "1 @5: 7|Zoé|Petit")]
    [InlineData("a;b;c\r\n\"ID\r\nSellsy\";Prénom;Nom\r\n7;Zoé;Petit\r\n", 2, "1 @4: 7|Zoé|Petit")]
    [InlineData("ID Sellsy;Prénom;;Nom;Note\n7;Zoé;;Petit;\n", 1, "1 @2: 7|Zoé||Petit|")]
    public async Task The_headings_are_on_the_line_that_was_chosen(string text, int line, string row)
    {
        await using var export = await Exports.OpenAsync(Encoding.UTF8.GetBytes(text), new ReadingOverrides { HeadingRow = line });

        Assert.Equal([row], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Equal(line, export.Format.HeadingLines.First);
    }

    [Theory]
    [InlineData(9, ErrorCodes.HeadingsNotFound)]
    [InlineData(2, ErrorCodes.HeadingsNotFound)]
    [InlineData(3, ErrorCodes.HeadingsDamaged)]
    public async Task A_line_that_cannot_be_headings_is_refused(int line, string code)
    {
        var text = Encoding.UTF8.GetBytes("ID Sellsy;Prénom;Nom\n\nID Sellsy;\"Prénom;Nom\n7;Zoé;\"Petit\"\n");
        var failure = await Assert.ThrowsAsync<SellsyImportException>(() => Exports.OpenAsync(text, new ReadingOverrides { HeadingRow = line }));

        Assert.Equal(code, failure.Code);
    }

    [Fact]
    public async Task Missing_fields_at_the_end_are_blank_if_that_was_chosen()
    {
        var bytes = Encoding.UTF8.GetBytes(Headings + "1;Zoé;Petit;a\n2;Ali;Roux\n;;;\n3;Léa\n4;Max;\"No\nir\"\n5;Ida;Bleu;z;trop\n6;Guy;Brun;b\n");

        Assert.Equal(
            [
                "1 @2: 1|Zoé|Petit|a", "2 @3: 2|Ali|Roux|!FieldsMissing(3,4)", "3 @5: 3|Léa||!FieldsMissing(2,4)", "4 @6–7: 4|Max|No\nir|!FieldsMissing(3,4)",
                "5 @8: !FieldCountDiffers(5,4)", "6 @9: 6|Guy|Brun|b",
            ],
            await Exports.TextsAsync(bytes, new ReadingOverrides { ShortRows = ShortRows.Blank }));
    }

    [Theory]
    [InlineData("2;Ali;Ro\nux;b\n")]
    [InlineData("2;A\nli;Roux;b\n")]
    [InlineData("2;Ali;Roux\nsuite\n")]
    [InlineData("x;Ali;Roux\n")]
    [InlineData(";Ali;Roux\n")]
    [InlineData("2;Ali;Ro\"ux\n")]
    [InlineData("2;Ali;Roux\n\n;b\n")]
    public async Task What_may_be_a_part_of_a_row_is_an_error_all_the_same(string damaged)
    {
        var bytes = Encoding.UTF8.GetBytes(Headings + "1;Zoé;Petit;a\n" + damaged + "3;Léa;Noir;c\n");
        var rows = await Exports.TextsAsync(bytes, new ReadingOverrides { ShortRows = ShortRows.Blank });

        Assert.Equal("1 @2: 1|Zoé|Petit|a", rows[0]);
        Assert.EndsWith(": 3|Léa|Noir|c", rows[^1], StringComparison.Ordinal);
        Assert.All(rows[1..^1], row => Assert.DoesNotContain('|', row));
    }

    [Fact]
    public async Task A_last_row_without_a_line_end_may_be_cut_and_is_an_error()
    {
        var bytes = Encoding.UTF8.GetBytes(Headings + "1;Zoé;Petit\n2;Ali;Ro");

        Assert.Equal(
            ["1 @2: 1|Zoé|Petit|!FieldsMissing(3,4)", "2 @3: !FieldCountDiffers(3,4)"],
            await Exports.TextsAsync(bytes, new ReadingOverrides { ShortRows = ShortRows.Blank }));
    }

    public static TheoryData<ReadingOverrides, string> Invalid => new()
    {
        { new() { Encoding = "utf-7" }, "Encoding" },
        { new() { Encoding = "ibm037" }, "Encoding" },
        { new() { Encoding = "shift_jis" }, "Encoding" },
        { new() { Encoding = "" }, "Encoding" },
        { new() { Separator = '"' }, "Separator" },
        { new() { Separator = 'a' }, "Separator" },
        { new() { Separator = ' ' }, "Separator" },
        { new() { Separator = '§' }, "Separator" },
        { new() { HeadingRow = 0 }, "HeadingRow" },
        { new() { ShortRows = (ShortRows)7 }, "ShortRows" },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Overrides_with_which_no_file_can_be_read_are_refused(ReadingOverrides overrides, string option)
    {
        var failure = await Assert.ThrowsAsync<SellsyImportException>(() => Exports.OpenAsync(Encoding.UTF8.GetBytes(Headings + "1;a;b;c\n"), overrides));

        Assert.Equal((ErrorCodes.OptionInvalid, option), (failure.Code, failure.Arguments[0]));
    }
}
