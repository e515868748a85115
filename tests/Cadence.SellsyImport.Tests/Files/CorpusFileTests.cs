using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

public sealed class CorpusFileTests
{
    [Theory]
    [InlineData("utf8_nobom.csv", "utf-8", false)]
    [InlineData("utf8_bom.csv", "utf-8", true)]
    [InlineData("utf16le_bom.csv", "utf-16le", true)]
    [InlineData("utf16be_bom.csv", "utf-16be", true)]
    [InlineData("utf32le_bom.csv", "utf-32le", true)]
    [InlineData("utf32be_bom.csv", "utf-32be", true)]
    public async Task FastCSVs_file_gives_the_same_rows_from_every_encoding(string file, string encoding, bool hasMark)
    {
        await using var export = await Exports.OpenAsync(Corpora.ReadBytes($"fastcsv/{file}"));

        Assert.Equal(["foo", "üÜß"], export.Columns.Select(column => column.Heading));
        Assert.Equal(["1 @2: 123|456"], (await Exports.RowsAsync(export)).ConvertAll(Exports.Text));
        Assert.Equal(encoding, export.Format.Encoding);
        Assert.Equal(hasMark, export.Format.HasByteOrderMark);
    }

    [Fact]
    public async Task Csv_detectives_file_is_found_out_as_its_description_says()
    {
        await using var export = await Exports.OpenAsync(Corpora.ReadBytes("csv-detective/a_test_file.csv"));
        var rows = await Exports.RowsAsync(export);

        Assert.Equal("utf-8", export.Format.Encoding);
        Assert.Equal(';', export.Format.Separator);
        Assert.Equal(
            [
                "NUMCOM", "NOMCOM", "NUMDEP", "NOMDEP", "NUMEPCI", "NOMEPCI", "TXCOUVGLO_COM_2014", "TXCOUVGLO_DEP_2014", "TXCOUVGLO_EPCI_2014",
                "STRUCTURED_INFO", "GEO_INFO",
            ],
            export.Columns.Select(column => column.Heading));
        Assert.Equal(new LineRange(3, 3), export.Format.HeadingLines);
        Assert.Equal(404, rows.Count);
        Assert.DoesNotContain(rows, row => row.IsDamaged);
    }
}
