using System.Text;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>A page that is read from the middle of a file has the rows and the reasons of a reading from its start.</summary>
public sealed class PagesTests
{
    private const int Rows = 1_000;

    [Theory]
    [InlineData("Réf;Prénom;Propriétaire", 11, 891)]
    [InlineData("ID Sellsy;Prénom;Propriétaire", 11, 891)]
    [InlineData("Réf;Prénom;Propriétaire", 300, 700)]
    [InlineData("Réf;Prénom;Propriétaire", 11, Rows + 1)]
    [InlineData("Réf;Prénom;Propriétaire;Note", 11, 891)]
    public async Task After_a_stray_quote_every_page_has_the_reasons_of_the_preview(string headings, int opened, int closed)
    {
        var note = headings.EndsWith("Note", StringComparison.Ordinal) ? ";" : "";
        var lines = Enumerable.Range(1, Rows).Select(row =>
            $"{500_000 + row};Camille;{(row == opened ? "\"" : "")}Hélène Brûlé{(row == closed ? "\"" : "")}{note}");
        await AssertPagesAsync(Encoding.UTF8.GetBytes(headings + "\n" + string.Join('\n', lines) + "\n"));
    }

    [Theory]
    [InlineData("1;a;b\nPrénom;ID Sellsy;Propriétaire\n")]
    [InlineData("1;a;b\nID Sellsy;Prénom;Propriétaire;Note\n")]
    public async Task Below_other_headings_every_page_has_the_reasons_of_the_preview(string middle)
    {
        var rows = string.Concat(Enumerable.Range(1, 600).Select(row => $"{500_000 + row};Camille;Hélène Brûlé\n"));
        await AssertPagesAsync(Encoding.UTF8.GetBytes("ID Sellsy;Prénom;Propriétaire\n" + rows + middle + rows));
    }

    [Fact]
    public async Task Below_lines_of_another_encoding_every_page_has_the_reasons_of_the_preview()
    {
        var rows = string.Concat(Enumerable.Range(1, 600).Select(row => $"{500_000 + row};Zoé;Hélène Brûlé\n"));
        await AssertPagesAsync([.. Encoding.UTF8.GetBytes("ID Sellsy;Prénom;Propriétaire\n" + rows), .. Encoding.Latin1.GetBytes(rows)]);
    }

    private static async Task AssertPagesAsync(byte[] file)
    {
        using var host = new ImportHost();
        var source = ImportSource.FromBytes("contacts.csv", file);
        var plan = await host.PreviewAsync(source, mapping => mapping.Find(LeadFields.SellsyContactId) is null
            ? mapping.WithColumn(LeadFields.SellsyContactId, new(0, "Réf"))
            : mapping);
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, ImportHost.Cancellation);
        saved.Position = 0;
        plan = await ImportPlan.LoadAsync(saved, ImportHost.Cancellation);
        var whole = await ReadAsync(host, source, plan, 1);

        Assert.Equal(plan.Rows, whole.Count);
        for (var first = 1; first <= plan.Rows; first += 61)
        {
            Assert.Equal(whole[(first - 1)..], await ReadAsync(host, source, plan, first));
        }
    }

    private static async Task<List<string>> ReadAsync(ImportHost host, ImportSource source, ImportPlan plan, long firstRow)
    {
        var rows = new List<string>();
        await foreach (var row in host.Importer.ReadPreviewAsync(source, plan, firstRow, ImportHost.Cancellation))
        {
            var hasReason = row.Issues.Any(issue => issue.Severity == IssueSeverity.Error);
            Assert.True(hasReason == (row.Status == RowStatus.Error), $"Row {row.Number} is {row.Status} for {string.Join(", ", row.Issues)}.");
            rows.Add($"{row.Number} {row.Row.Lines} {row.Status} {row.Lead} {string.Join(", ", row.Issues)}");
        }

        return rows;
    }
}
