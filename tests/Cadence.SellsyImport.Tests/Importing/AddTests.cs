using System.Text;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class AddTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Propriétaire\r\n";

    [Fact]
    public async Task The_rows_that_can_be_added_are_added_and_the_books_balance()
    {
        using var host = new ImportHost();
        host.Sink.AddExisting(new ExistingLead("2"));

        var report = await host.ImportAsync(ImportHost.Source(Headings + "1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Marie Durand\r\n3;;Vide;Marie Durand\r\n4;Zoé;Tard;Hélène Brûlé\r\n"));

        Assert.Equal(new ImportCounts(4, 2, 0, 0, 1, 1), report.Counts);
        Assert.True(report.Counts.IsBalanced);
        Assert.Equal(["1", "4"], host.Sink.Leads.Select(entry => entry.Lead.SellsyContactId));
        Assert.Equal([ImportHost.Marie, ImportHost.Helene], host.Sink.Leads.Select(entry => entry.Owner));
        Assert.Equal([RowOutcome.Added, RowOutcome.Skipped, RowOutcome.Error, RowOutcome.Added], Enumerable.Range(1, 4).Select(row => report.OutcomeOf(row)));
        Assert.Null(report.ResumedAtRow);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing()
    {
        using var host = new ImportHost();
        var source = ImportHost.Source(Headings + "1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Marie Durand\r\n");

        await host.ImportAsync(source);
        var again = await host.ImportAsync(source);

        Assert.Equal(new ImportCounts(2, 0, 0, 0, 2, 0), again.Counts);
        Assert.Equal(2, host.Sink.Leads.Count);
    }

    [Fact]
    public async Task Only_the_ticked_rows_are_added_and_an_error_cannot_be_ticked()
    {
        using var host = new ImportHost();

        var report = await host.ImportAsync(
            ImportHost.Source(Headings + "1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Marie Durand\r\n3;;Vide;Marie Durand\r\n"),
            RowSelection.Of(2, 3));

        Assert.Equal(new ImportCounts(3, 1, 0, 0, 1, 1), report.Counts);
        Assert.Equal("2", Assert.Single(host.Sink.Leads).Lead.SellsyContactId);
    }

    [Fact]
    public async Task Preview_validated_less_than_the_write__a_row_that_appeared_since_the_preview_is_refused_with_its_reason()
    {
        using var host = new ImportHost();
        var source = ImportHost.Source(Headings + "1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Marie Durand\r\n");
        var plan = await host.PreviewAsync(source);
        host.Sink.AddExisting(new ExistingLead("2"));

        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(2, 1, 0, 0, 0, 1), report.Counts);
        var refused = (await host.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation))[1];
        Assert.Equal(RowOutcome.Error, refused.Outcome);
        Assert.Equal(
            "Identifiant Sellsy : Le contact est apparu dans Cadence depuis l'aperçu. Refaites l'aperçu.",
            ImportTexts.French.IssueText(Assert.Single(refused.Issues)));
        Assert.Contains(new IssueCount(IssueCodes.AppearedSincePreview, IssueSeverity.Error, 1), report.Issues);
    }

    [Fact]
    public async Task A_plan_of_another_file_is_refused_before_anything_is_written()
    {
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(ImportHost.Source(Headings + "1;Anne;Petit;Marie Durand\r\n"));

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() =>
            host.Importer.AddAsync(ImportHost.Source(Headings + "9;Anne;Petit;Marie Durand\r\n"), plan, cancellationToken: ImportHost.Cancellation));

        Assert.Equal("contacts.csv is not the file of the preview, or has changed since. Make the preview again.", exception.Message);
        Assert.Equal(0, host.Sink.Batches);
        Assert.Empty(host.Sink.Leads);
    }

    [Fact]
    public async Task Leads_are_written_in_batches_and_each_batch_is_told()
    {
        using var host = new ImportHost(options => options.BatchSize = 10);
        var source = ImportHost.Source(Rows(35));
        var plan = await host.PreviewAsync(source);
        var progress = new RecordingProgress<ImportProgress>();

        await host.Importer.AddAsync(source, plan, progress: progress, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(4, host.Sink.Batches);
        Assert.Equal([10, 20, 30, 35, 35], progress.Values.Select(value => value.RowsAdded));
        Assert.Equal(progress.Values[^1].BytesTotal, progress.Values[^1].BytesRead);
        Assert.All(progress.Values, value => Assert.Equal(ImportStage.Adding, value.Stage));
    }

    [Fact]
    public async Task A_file_that_is_cut_short_after_its_hash_was_compared_adds_nothing_of_its_last_batch()
    {
        var file = new ChangingStream(Encoding.UTF8.GetBytes(Rows(30)));
        var inner = new InMemoryLedgerSink();
        var length = Encoding.UTF8.GetByteCount(Rows(20));
        var sink = new FaultInjectingLedgerSink(inner, 0)
        {
            OnCall = call =>
            {
                if (call.Method == nameof(IImportLedger.StartAsync))
                {
                    file.Cut(length);
                }
            },
        };
        using var host = new ImportHost(sink: sink);
        var source = ImportSource.From("contacts.csv", _ => ValueTask.FromResult(file.Open()));
        var plan = await host.PreviewAsync(source);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            () => host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));

        Assert.Equal(ErrorCodes.PlanOfAnotherFile, exception.Code);
        Assert.Equal(0, inner.Batches);
    }

    [Fact]
    public async Task Long_rows_are_added_in_batches_of_a_megabyte_of_the_file()
    {
        using var host = new ImportHost();
        var note = new string('n', 90_000);
        var csv = "ID CONTACT;PRENOM CONTACT;Propriétaire;NOTE CONTACT\r\n"
            + string.Concat(Enumerable.Range(1, 50).Select(row => $"{row};Anne;Marie Durand;{note}\r\n"));

        var report = await host.ImportAsync(ImportHost.Source(csv));

        Assert.Equal(50, report.Counts.Added);
        Assert.Equal(Enumerable.Range(1, 50).Select(row => (long)row), host.Sink.Leads.Select(entry => entry.Row));
        Assert.InRange(host.Sink.Batches, 4, 5);
    }

    [Fact]
    public async Task The_callers_cancellation_reported_as_failed_rows__it_is_neither_and_what_was_committed_stays()
    {
        using var host = new ImportHost(options => options.BatchSize = 10);
        using var cancelling = new CancellationTokenSource();
        var source = ImportHost.Source(Rows(95));
        var plan = await host.PreviewAsync(source);
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (value.RowsAdded == 30)
            {
                cancelling.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Importer.AddAsync(source, plan, progress: progress, cancellationToken: cancelling.Token));

        Assert.Equal(30, host.Sink.Leads.Count);
        var goneOn = await host.ImportAsync(source);
        Assert.Equal(new ImportCounts(95, 65, 0, 0, 30, 0), goneOn.Counts);
    }

    [Fact]
    public async Task Import_succeeded_while_a_later_batch_had_failed__a_batch_that_fails_ends_the_import_with_its_exception()
    {
        var sink = new InMemoryLeadSink();
        using var host = new ImportHost(options => options.BatchSize = 10, sink: new FaultInjectingLeadSink(sink, callNumber: 3));
        var source = ImportHost.Source(Rows(50));

        await Assert.ThrowsAsync<InjectedFaultException>(() => host.ImportAsync(source));

        Assert.Equal(10, sink.Leads.Count);
    }

    [Fact]
    public async Task A_sink_that_is_nothing_but_a_sink_still_imports()
    {
        var inner = new InMemoryLeadSink();
        using var host = new ImportHost(sink: new BareSink(inner));

        var report = await host.ImportAsync(ImportHost.Source(Rows(3)));

        Assert.Equal(3, report.Counts.Added);
        Assert.Equal(3, inner.Leads.Count);
    }

    [Fact]
    public async Task Rows_past_a_limit_dropped__every_row_of_a_long_file_is_accounted_for()
    {
        using var host = new ImportHost();
        var generator = new SellsyExportGenerator(new SellsyExportOptions { Seed = 7, Rows = 12_345 });

        var plan = await host.PreviewAsync(generator.ToSource());
        var report = await host.Importer.AddAsync(generator.ToSource(), plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(12_345, plan.Rows);
        Assert.Equal(12_345, report.Counts.Read);
        Assert.True(report.Counts.IsBalanced);
    }

    private static string Rows(int count)
    {
        var csv = new StringBuilder(Headings);
        for (var i = 1; i <= count; i++)
        {
            csv.Append(i).Append(";Anne;Petit;Marie Durand\r\n");
        }

        return csv.ToString();
    }
}
