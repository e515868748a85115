using System.Text;
using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>
/// Damage on every row costs as much on each, however long the file is. Time is not measured: CsvHelper makes a text of every record with a
/// damaged quote, so that reading the rest of a block for each row shows in what is allocated, a thousand times the file and more.
/// </summary>
[Collection(MeasuredAlone.Name)]
public sealed class DamageWorkTests
{
    private const int Rows = 20_000;
    private const long MostAllocatedPerRow = 16 * 1024;
    private const long MostAllocatedPerByte = 32;
    private const string Headings = "CONTACT ID;PRENOM CONTACT;NOM CONTACT;EMAIL CONTACT\n";

    [Theory]
    [InlineData(Headings, "\"{0}\";\"Anne\";\"Martin\";\"anne@exemple.fr\n", "StrayQuote")]
    [InlineData(Headings, "{0};Anne;Martin;\"anne@exemple.fr\n", "StrayQuote")]
    [InlineData(Headings, "\"{0};Anne;Martin;anne@exemple.fr\n", "StrayQuote")]
    [InlineData(Headings, "{0};An\"ne;Martin;\"anne@exemple.fr\n", "StrayQuote")]
    [InlineData("CONTACT ID;PRENOM CONTACT;NOM CONTACT\n", "\"{0}\";\"Anne\";\"Martin\n", "StrayQuote")]
    [InlineData("PRENOM CONTACT;NOM CONTACT\n", "\"Anne\";\"Martin {0}\n", "StrayQuote")]
    public async Task A_quote_that_is_missing_on_every_row_costs_the_same_on_each(string headings, string row, string expected)
    {
        await AssertLittleWork(Encoding.UTF8.GetBytes(File(headings, row)), expected);
        await AssertLittleWork([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(File(headings, row))], expected);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    public async Task A_quote_that_is_missing_now_and_then_costs_no_more_than_the_rows_between(int between)
    {
        var rows = string.Concat(Enumerable.Repeat("{0};Anne;Martin;anne@exemple.fr\n", between));
        var file = Encoding.UTF8.GetBytes(File(Headings, rows + "{0};Anne;Martin;\"anne\n\"a\n", Rows / between));
        await using var export = await Exports.OpenAsync(file);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var damaged = 0;
        await foreach (var row in export.ReadRowsAsync(ColumnSelection.None, TestContext.Current.CancellationToken))
        {
            damaged += row.IsDamaged ? 1 : 0;
        }

        Assert.Equal(2 * (Rows / between), damaged);
        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) / file.Length, 0, MostAllocatedPerByte);
    }

    [Fact]
    public async Task A_row_whose_quotes_are_wrong_is_told_so_wherever_its_end_is()
    {
        var lines = string.Concat(Enumerable.Range(3, 200).Select(id => $"{id};Zoé;Petit;a\n"));
        var rows = await Exports.TextsAsync(Headings + "1;Zoé;Petit;\"a\n2;\"Bob\";Noir;\"b\n" + lines, options => options.MaxRecordBytes = 1 << 10);

        Assert.Equal(202, rows.Count);
        Assert.Equal("1 @2: !StrayQuote", rows[0]);
        Assert.Equal("2 @3: !QuoteNotClosed(3)", rows[1]);
        Assert.Equal("3 @4: 3|Zoé|Petit|a", rows[2]);
    }

    private static async Task AssertLittleWork(byte[] file, string expected)
    {
        await using var export = await Exports.OpenAsync(file);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var damaged = 0;
        await foreach (var row in export.ReadRowsAsync(Exports.All(export), TestContext.Current.CancellationToken))
        {
            damaged += row.Issues.Any(issue => issue.Code == expected) ? 1 : 0;
        }

        Assert.InRange(damaged, Rows - 1, Rows);
        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) / Rows, 0, MostAllocatedPerRow);
    }

    private static string File(string headings, string row, int times = Rows)
    {
        var text = new StringBuilder(headings);
        for (var i = 1; i <= times; i++)
        {
            text.Append(row.Replace("{0}", $"{i}", StringComparison.Ordinal));
        }

        return text.ToString();
    }
}
