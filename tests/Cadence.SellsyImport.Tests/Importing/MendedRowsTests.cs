using System.Text;
using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class MendedRowsTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;Téléphone;Propriétaire;Observations\r\n"
        + "1;Léa;Blanc;0102030405;Marie Durand;\r\n"
        + "2;;Noir;;Marie Durand;\r\n"
        + "x3;Zoé;Gris;;Marie Durand;\r\n"
        + "4;Max;Vert;;Julien Perrault;a\r\n"
        + "5;Anne;\"Ro\"se;;Marie Durand;b;c\r\n"
        + "6;Paul;Bleu;;Personne;=1+1\r\n";

    [Fact]
    public async Task Rejected_rows_mended_in_a_spreadsheet_become_corrections_of_the_original_file()
    {
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(ImportHost.Source(Export));
        var rejected = await RejectedAsync(host, plan);
        var mended = rejected.Replace("2;;Noir", "2;Éric;Noir", StringComparison.Ordinal)
            .Replace("x3;", "3;", StringComparison.Ordinal)
            .Replace("Julien Perrault", "Hélène Brûlé", StringComparison.Ordinal)
            .Replace("5;Anne;\"Ro\"se;;Marie Durand;b;c;", "5;Anne;Rose;;Marie Durand;b;", StringComparison.Ordinal);

        // As Excel saves it: other encoding, comma.
        var saved = Encoding.Latin1.GetBytes(mended.Replace(';', '\t'));
        var read = await host.Importer.ReadMendedRowsAsync(
            ImportHost.Source(Export), plan, ImportSource.FromBytes("mended.csv", saved), ImportHost.Cancellation);
        var again = await host.Importer.PreviewAsync(
            ImportHost.Source(Export), plan.Mapping, new PreviewOptions { Corrections = read.Corrections }, cancellationToken: ImportHost.Cancellation);
        await host.Importer.AddAsync(ImportHost.Source(Export), again, cancellationToken: ImportHost.Cancellation);

        Assert.Equal((5L, 0), (read.Rows, read.UnknownRows.Length));
        Assert.Equal(new StatusCounts(5, 0, 1), again.Counts);
        Assert.Equal(RowStatus.Error, again.StatusOf(6));
        Assert.DoesNotContain(read.Corrections.Cells, cell => cell.Row is 1 or 6);
        Assert.Equal(["1 Léa Blanc", "2 Éric Noir", "3 Zoé Gris", "4 Max Vert", "5 Anne Rose"], host.Sink.Leads
            .OrderBy(lead => lead.Lead.SellsyContactId, StringComparer.Ordinal)
            .Select(lead => $"{lead.Lead.SellsyContactId} {lead.Lead.FirstName} {lead.Lead.LastName}"));
    }

    [Fact]
    public async Task Of_a_sorted_file_only_rows_with_an_id_are_taken_and_the_others_are_named()
    {
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(ImportHost.Source(Export));
        const string sorted = "ID Sellsy;Prénom;Nom;Téléphone;Propriétaire;Observations\n"
            + "4;Max;Vert;;Marie Durand;a\n3;Zoé;Gris;;Marie Durand;\n2;Éric;Noir;;Marie Durand;\n";

        var read = await host.Importer.ReadMendedRowsAsync(ImportHost.Source(Export), plan, ImportHost.Source(sorted), ImportHost.Cancellation);

        Assert.Equal(2, read.Rows);
        Assert.Equal([2], read.UnknownRows);
        Assert.Equal([new CellCorrection(2, 1, "Éric"), new CellCorrection(4, 4, "Marie Durand")], read.Corrections.Cells);
    }

    [Fact]
    public async Task A_file_of_other_columns_is_refused()
    {
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(ImportHost.Source(Export));

        var refused = await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.ReadMendedRowsAsync(
            ImportHost.Source(Export), plan, ImportHost.Source("ID Sellsy;Prénom;Nom\n2;Éric;Noir\n"), ImportHost.Cancellation));

        Assert.Equal(ErrorCodes.MendedFileOfOthers, refused.Code);
    }

    private static async Task<string> RejectedAsync(ImportHost host, ImportPlan plan)
    {
        using var destination = new MemoryStream();
        await host.Importer.WriteRejectedRowsAsync(ImportHost.Source(Export), plan, destination, ImportTexts.French, ImportHost.Cancellation);
        return Encoding.UTF8.GetString(destination.ToArray());
    }
}
