using System.Text;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class ReportStatusTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Propriétaire;Fonction\r\n";

    [Fact]
    public async Task A_row_that_the_store_took_is_a_success_and_every_other_keeps_its_status()
    {
        var store = new InMemoryLedgerSink();
        using var host = new ImportHost(options => options.ExistingLeads = ExistingLeadPolicy.Overwrite, sink: store);
        await host.ImportAsync(ImportHost.Source(Headings + "2;Luc;Grand;Marie Durand;\r\n4;Zoé;Tard;Marie Durand;\r\n"));
        var source = ImportHost.Source(Headings
            + "1;Anne;Petit;Marie Durand;\r\n2;Luc;Grand;Marie Durand;Gérant\r\n3;;Vide;Marie Durand;\r\n4;Zoé;Tard;Marie Durand;\r\n"
            + "5;Max;Libre;Marie Durand;\r\n6;Éva;Venue;Marie Durand;\r\n");
        var plan = await host.PreviewAsync(source);
        using var other = new ImportHost(sink: store);
        await other.ImportAsync(ImportHost.Source(Headings + "6;Éva;Venue;Marie Durand;\r\n"));

        var options = new AddOptions { Selection = RowSelection.Of(1, 2, 3, 4, 6) };
        var report = await host.Importer.AddAsync(source, plan, options, cancellationToken: ImportHost.Cancellation);
        var rows = await host.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);

        Assert.Equal(
            [
                (RowStatus.Success, RowOutcome.Added),
                (RowStatus.Active, RowOutcome.Updated),
                (RowStatus.Error, RowOutcome.Error),
                (RowStatus.Active, RowOutcome.Unchanged),
                (RowStatus.Blank, RowOutcome.Skipped),
                (RowStatus.Error, RowOutcome.Error),
            ],
            rows.Select(row => (row.Status, row.Outcome)));
        Assert.Equal(
            [("Succès", "Success"), ("Actif", "Active"), ("Erreur", "Error")],
            rows.Take(3).Select(row => (ImportTexts.French.Label(row.Status), ImportTexts.English.Label(row.Status))));
        using var rejected = new MemoryStream();
        Assert.Equal(2, await host.Importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.French, ImportHost.Cancellation));
        var lines = Encoding.UTF8.GetString(rejected.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["3", "6"], lines.Skip(1).Select(line => line[..1]));
        Assert.All(lines.Skip(1), line => Assert.Contains(";Erreur;", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_completes_an_added_lead_is_a_success_and_one_of_a_refused_lead_an_error()
    {
        const string Rows = "1;Anne;Petit;Marie Durand;\r\n1;Anne;Petit;Marie Durand;Gérante\r\n1;Anne;Petit;Marie Durand;\r\n"
            + "2;Luc;Grand;Marie Durand;\r\n2;Luc;Grand;Marie Durand;Gérant\r\n";
        using var host = new ImportHost(options => options.RepeatedContacts = RepeatedContacts.Merge);
        var source = ImportHost.Source(Headings + Rows);
        var plan = await host.PreviewAsync(source);
        host.Sink.AddExisting(new ExistingLead("2"));

        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        var rows = await host.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        Assert.Equal(
            [
                (RowStatus.Success, RowOutcome.Added),
                (RowStatus.Success, RowOutcome.Updated),
                (RowStatus.Success, RowOutcome.Unchanged),
                (RowStatus.Error, RowOutcome.Error),
                (RowStatus.Error, RowOutcome.Error),
            ],
            rows.Select(row => (row.Status, row.Outcome)));
    }
}
