using System.Text;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>The report of an import by its id, and that of an import which stopped: a file of 35 rows in batches of 10, rows 3 and 30 in error.</summary>
public sealed class KeptReportTests : IDisposable
{
    private const string Headings = "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;FONCTION CONTACT\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-report-").FullName;
    private readonly InMemoryLedgerSink _store = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_report_of_a_finished_import_is_the_same_on_another_server()
    {
        var source = ImportHost.Source(Csv());
        ImportReport first;
        using (var host = Host())
        {
            var plan = await host.PreviewAsync(source);
            _store.PutLead(new() { SellsyContactId = "5", FirstName = "Anne" }, ImportHost.Helene);
            first = await host.Importer.AddAsync(source, plan, new AddOptions { Selection = RowSelection.Of(Numbers(34)) }, cancellationToken: ImportHost.Cancellation);
        }

        using var other = Host();
        var report = await other.History.ReadReportAsync(first.Import.ImportId, ImportHost.Cancellation);

        Assert.Equal((ImportState.Finished, ImportState.Finished), (first.State, report.State));
        Assert.Equal(new ImportCounts(35, 31, 0, 0, 1, 3), report.Counts);
        Assert.Equal((first.Import, first.Counts), (report.Import, report.Counts));
        Assert.Equal(first.Issues, report.Issues);
        Assert.Equal(Numbers(35).Select(first.OutcomeOf), Numbers(35).Select(report.OutcomeOf));
        Assert.Equal(await RowsAsync(other, source, first), await RowsAsync(other, source, report));
        Assert.Equal(await RejectedAsync(other, source, first), await RejectedAsync(other, source, report));
        Assert.Null(report.ResumedAtRow);
    }

    [Fact]
    public async Task The_report_of_an_interrupted_import_counts_the_rows_that_were_not_reached_as_pending()
    {
        var source = ImportHost.Source(Csv());
        var id = await InterruptAsync(source);
        using var host = Host();

        var report = await host.History.ReadReportAsync(id, ImportHost.Cancellation);

        Assert.Equal(ImportState.Interrupted, report.State);
        AssertIsOfTwentyRows(report);
        var rows = await host.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        Assert.Equal(35, rows.Count);
        Assert.Equal((RowOutcome.Added, RowStatus.Success), (rows[20 - 1].Outcome, rows[20 - 1].Status));
        Assert.Equal((RowOutcome.Pending, RowStatus.Blank), (rows[22 - 1].Outcome, rows[22 - 1].Status));
        Assert.Equal((RowOutcome.Pending, RowStatus.Error), (rows[30 - 1].Outcome, rows[30 - 1].Status));
        Assert.Equal(["3"], await RejectedAsync(host, source, report));
    }

    [Fact]
    public async Task The_report_of_a_running_import_shows_how_far_it_has_come()
    {
        var source = ImportHost.Source(Csv());
        using var blocked = new CancellationTokenSource();
        using var host = Host();
        var plan = await host.PreviewAsync(source);
        using var writing = Host(new FaultInjectingLedgerSink(_store, callNumber: 4, SinkFault.HangUntilCancelled));
        var running = writing.Importer.AddAsync(source, plan, new AddOptions { ImportId = "job" }, cancellationToken: blocked.Token);
        while (_store.Batches < 2)
        {
            await Task.Yield();
        }

        var report = await host.History.ReadReportAsync("job", ImportHost.Cancellation);

        Assert.Equal(ImportState.Running, report.State);
        AssertIsOfTwentyRows(report);
        await blocked.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Imports_that_were_ended_or_undone_keep_their_reports()
    {
        var source = ImportHost.Source(Csv());
        var id = await InterruptAsync(source);
        using var host = Host();

        await host.History.EndAsync(id, ImportHost.Cancellation);
        var ended = await host.History.ReadReportAsync(id, ImportHost.Cancellation);
        await host.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation);
        var undone = await host.History.ReadReportAsync(id, ImportHost.Cancellation);

        Assert.Equal((ImportState.Ended, ImportState.Undone), (ended.State, undone.State));
        AssertIsOfTwentyRows(ended);
        AssertIsOfTwentyRows(undone);
    }

    [Fact]
    public async Task The_file_is_found_where_the_import_read_it()
    {
        var path = Path.Combine(_folder, "contacts.csv");
        await File.WriteAllTextAsync(path, Csv(), ImportHost.Cancellation);
        using var host = Host();
        var id = (await host.ImportAsync(ImportSource.FromFile(path))).Import.ImportId;
        var report = await host.History.ReadReportAsync(id, ImportHost.Cancellation);

        Assert.Equal(35, (await RowsAsync(host, source: null, report)).Count);
        Assert.Equal(["3", "30"], await RejectedAsync(host, source: null, report));
        File.Delete(path);
        Assert.Equal(ErrorCodes.FileNotFound, await CodeOfAsync(() => RejectedAsync(host, source: null, report)));
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_says_why()
    {
        using var host = Host();
        var id = (await host.ImportAsync(ImportHost.Source(Csv()))).Import.ImportId;
        var report = await host.History.ReadReportAsync(id, ImportHost.Cancellation);
        using var bare = new ImportHost();
        using var lost = Host(new BentLedger(_store) { Plans = plan => plan[..^1] });

        Assert.Equal(ErrorCodes.ImportUnknown, await CodeOfAsync(() => host.History.ReadReportAsync("none", ImportHost.Cancellation)));
        Assert.Equal(ErrorCodes.StoreCannot, await CodeOfAsync(() => bare.History.ReadReportAsync(id, ImportHost.Cancellation)));
        Assert.Equal(ErrorCodes.PlanUnreadable, await CodeOfAsync(() => lost.History.ReadReportAsync(id, ImportHost.Cancellation)));
        Assert.Equal(ErrorCodes.ImportFileUnknown, await CodeOfAsync(() => RowsAsync(host, source: null, report)));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.OutcomeOf(36));
    }

    [Fact]
    public async Task A_sink_that_fails_midway_leaves_its_report_with_its_own_exception()
    {
        var source = ImportHost.Source(Csv());
        using var host = new ImportHost(options => options.BatchSize = 10, sink: new FaultInjectingLeadSink(new InMemoryLeadSink(), callNumber: 4));

        var exception = await Assert.ThrowsAsync<InjectedFaultException>(() => host.ImportAsync(source));

        var report = Assert.IsType<ImportReport>(ImportReport.Of(exception));
        Assert.Equal((ImportState.Interrupted, 35L), (report.State, report.Plan.Rows));
        AssertIsOfTwentyRows(report);
        Assert.Equal(35, (await RowsAsync(host, source, report)).Count);
        Assert.Equal(["3"], await RejectedAsync(host, source, report));
        Assert.Same(report, ImportReport.Of(new InvalidOperationException("The host wraps it.", exception)));
        Assert.Null(ImportReport.Of(new InvalidOperationException()));
        Assert.Empty(exception.Data);
    }

    [Fact]
    public async Task An_import_into_a_sink_that_the_caller_cancels_leaves_its_report_too()
    {
        using var stopping = new CancellationTokenSource();
        var source = ImportHost.Source(Csv());
        using var host = new ImportHost(
            options => options.BatchSize = 10, sink: new FaultInjectingLeadSink(new InMemoryLeadSink(), callNumber: 4, SinkFault.HangUntilCancelled));
        var plan = await host.PreviewAsync(source);
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (value is { Stage: ImportStage.Adding, RowsRead: >= 20 })
            {
                stopping.Cancel();
            }
        });

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Importer.AddAsync(source, plan, progress: progress, cancellationToken: stopping.Token));

        AssertIsOfTwentyRows(ImportReport.Of(exception)!);
    }

    /// <summary>Row 1 is written with row 25, which completes it; so is row 2, although row 12 completed it too. Row 4 was whole at row 5.</summary>
    [Fact]
    public async Task A_row_whose_lead_waits_for_a_later_row_is_pending()
    {
        var ids = Numbers(35).Select(row => row switch { 25 => 1, 12 or 30 => 2, 5 => 4, _ => row });
        var source = ImportHost.Source(Headings + string.Concat(ids.Select((id, index) => $"{id};Prénom;Nom;Marie Durand;{index}\r\n")));
        var inner = new InMemoryLeadSink();
        using var host = new ImportHost(
            options => (options.BatchSize, options.RepeatedContacts) = (10, RepeatedContacts.Merge), sink: new FaultInjectingLeadSink(inner, callNumber: 4));

        var report = ImportReport.Of(await Assert.ThrowsAsync<InjectedFaultException>(() => host.ImportAsync(source)))!;

        Assert.Equal(20, inner.Leads.Count);
        Assert.Equal([1, 2, 12], Numbers(23).Where(row => report.OutcomeOf(row) == RowOutcome.Pending));
        Assert.Equal((RowOutcome.Added, RowOutcome.Unchanged), (report.OutcomeOf(4), report.OutcomeOf(5)));
        Assert.Equal(new ImportCounts(35, 20, 0, 1, 0, 0) { Pending = 14 }, report.Counts);
        var rows = await host.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        Assert.Equal(rows.Select(row => report.OutcomeOf(row.Number)), rows.Select(row => row.Outcome));
    }

    [Fact]
    public async Task With_a_ledger_the_exception_has_the_report_of_the_history()
    {
        var source = ImportHost.Source(Csv());
        using var host = Host();
        var plan = await host.PreviewAsync(source);
        using var broken = Host(new FaultInjectingLedgerSink(_store, callNumber: 4));

        var exception = await Assert.ThrowsAsync<InjectedFaultException>(
            () => broken.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));

        var report = ImportReport.Of(exception)!;
        AssertIsOfTwentyRows(report);
        Assert.Equal(report.Counts, (await host.History.ReadReportAsync(report.Import.ImportId, ImportHost.Cancellation)).Counts);
    }

    [Fact]
    public void A_pending_row_has_a_label_in_both_languages() => Assert.Equal(
        ("En attente", "Pending"), (ImportTexts.French.Label(RowOutcome.Pending), ImportTexts.English.Label(RowOutcome.Pending)));

    [Fact]
    public async Task A_ledger_that_stores_a_pending_row_breaks_its_contract()
    {
        var source = ImportHost.Source(Csv());
        var id = await InterruptAsync(source);
        var bent = new BentLedger(_store) { Batches = batch => batch with { RowOutcomes = new byte[] { (byte)RowOutcome.Pending } } };
        using var host = Host(bent);

        Assert.Equal(ErrorCodes.SeamContractBroken, await CodeOfAsync(() => host.History.ReadReportAsync(id, ImportHost.Cancellation)));
    }

    private static void AssertIsOfTwentyRows(ImportReport report)
    {
        // The run ends behind ten leads: with row 21, because row 3 makes none.
        Assert.Equal(new ImportCounts(35, 20, 0, 0, 0, 1) { Pending = 14 }, report.Counts);
        Assert.True(report.Counts.IsBalanced);
        Assert.Equal(RowOutcome.Added, report.OutcomeOf(21));
        Assert.Equal(RowOutcome.Pending, report.OutcomeOf(22));
        Assert.Equal(RowOutcome.Pending, report.OutcomeOf(35));
    }

    private static string Csv() => Headings + string.Concat(
        Numbers(35).Select(id => id is 3 or 30 ? $"{id};;Nom;Marie Durand;\r\n" : $"{id};Prénom;Nom;Marie Durand;\r\n"));

    private static IEnumerable<long> Numbers(int count) => Enumerable.Range(1, count).Select(number => (long)number);

    private static async Task<string> CodeOfAsync(Func<Task> call) => (await Assert.ThrowsAsync<SellsyImportException>(call)).Code;

    private static async Task<List<string>> RowsAsync(ImportHost host, ImportSource? source, ImportReport report) =>
        await host.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation)
            .Select(row => $"{row} {row.Status} {string.Join(' ', row.Issues.Select(issue => issue.Code))}")
            .ToListAsync(ImportHost.Cancellation);

    private static async Task<List<string>> RejectedAsync(ImportHost host, ImportSource? source, ImportReport report)
    {
        using var rejected = new MemoryStream();
        var count = await host.Importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.English, ImportHost.Cancellation);
        var lines = Encoding.UTF8.GetString(rejected.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal((report.Counts.Errors, count), (lines.Length, count));
        return [.. lines.Select(line => line.Split(';')[0])];
    }

    private ImportHost Host(ILeadSink? sink = null) => new(options => options.BatchSize = 10, sink: sink ?? _store);

    private async Task<string> InterruptAsync(ImportSource source)
    {
        using var first = Host();
        var plan = await first.PreviewAsync(source);
        using var broken = Host(new FaultInjectingLedgerSink(_store, callNumber: 4));
        var exception = await Assert.ThrowsAsync<InjectedFaultException>(
            () => broken.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));
        return ImportReport.Of(exception)!.Import.ImportId;
    }
}
