using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>The caller's id of an import, and the same plan added twice: a file of 35 rows in batches of 10.</summary>
public sealed class ImportIdTests
{
    private const string Headings = "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;FONCTION CONTACT\r\n";
    private const int CallOfThirdBatch = 4;

    private readonly InMemoryLedgerSink _store = new();

    [Fact]
    public async Task A_finished_id_gives_its_report_and_writes_nothing()
    {
        using var host = Host();
        var source = Rows(35);
        var plan = await host.PreviewAsync(source);
        var first = await AddAsync(host, source, plan, "job-1");
        var batches = _store.Batches;

        var again = await AddAsync(host, source, plan, "job-1");

        Assert.Equal("job-1", first.Import.ImportId);
        Assert.Equal((first.Import, first.Counts), (again.Import, again.Counts));
        Assert.Equal(first.Issues, again.Issues);
        Assert.Equal(Enumerable.Range(1, 35).Select(row => first.OutcomeOf(row)), Enumerable.Range(1, 35).Select(row => again.OutcomeOf(row)));
        Assert.Equal((batches, 35), (_store.Batches, _store.Leads.Count));
        Assert.Single(await HistoryAsync(host));
    }

    [Fact]
    public async Task An_interrupted_id_is_resumed()
    {
        using var host = Host();
        var source = Rows(35);
        var plan = await host.PreviewAsync(source);
        await InterruptAsync(source, plan, "job-1");

        var report = await AddAsync(host, source, plan, "job-1");

        Assert.Equal(("job-1", 21L, new ImportCounts(35, 35, 0, 0, 0, 0)), (report.Import.ImportId, report.ResumedAtRow, report.Counts));
    }

    [Fact]
    public async Task A_preview_that_shows_the_interrupted_import_is_added_under_its_id_and_under_no_other()
    {
        using var host = Host();
        var source = Rows(35);
        await InterruptAsync(source, await host.PreviewAsync(source), "job-1");
        var shown = await host.PreviewAsync(source);

        var refused = await CodeOfAsync(() => AddAsync(host, source, shown, "job-2"));
        var report = await AddAsync(host, source, shown, "job-1");
        var again = await AddAsync(host, source, shown, "job-1");

        Assert.Equal(ErrorCodes.ImportInterrupted, refused);
        Assert.Equal(new ImportCounts(35, 35, 0, 0, 0, 0), report.Counts);
        Assert.Equal(report.Counts, again.Counts);
        Assert.Single(await HistoryAsync(host));
    }

    [Fact]
    public async Task A_running_id_is_refused_as_running()
    {
        using var host = Host();
        var source = Rows(35);
        var plan = await host.PreviewAsync(source);
        await WhileRunningAsync(source, plan, "job-1", async () =>
            Assert.Equal(ErrorCodes.ImportIsRunning, await CodeOfAsync(() => AddAsync(host, source, plan, "job-1"))));
    }

    [Theory]
    [InlineData(ImportState.Finished)]
    [InlineData(ImportState.Interrupted)]
    [InlineData(ImportState.Running)]
    public async Task Another_plan_under_the_same_id_is_refused_and_changes_nothing(ImportState state)
    {
        using var host = Host();
        var (source, otherSource) = (Rows(35), Rows(36));
        var plan = await host.PreviewAsync(source);
        var others = new List<(ImportSource Source, ImportPlan Plan, RowSelection Rows)>
        {
            (otherSource, await host.PreviewAsync(otherSource), RowSelection.All),
            (source, plan, RowSelection.Of(1, 2)),
            (source, plan.WithExistingLeads(ExistingLeadPolicy.Overwrite), RowSelection.All),
        };

        async Task RefuseAsync()
        {
            var before = await HistoryAsync(host);
            foreach (var (file, other, rows) in others)
            {
                var exception = await Assert.ThrowsAsync<SellsyImportException>(() => AddAsync(host, file, other, "job-1", rows));
                Assert.Equal((ErrorCodes.ImportIdTaken, "job-1"), (exception.Code, Assert.Single(exception.Arguments)));
            }

            Assert.Equal(before, await HistoryAsync(host));
        }

        switch (state)
        {
            case ImportState.Finished:
                await AddAsync(host, source, plan, "job-1");
                await RefuseAsync();
                break;
            case ImportState.Interrupted:
                await InterruptAsync(source, plan, "job-1");
                await RefuseAsync();
                break;
            default:
                await WhileRunningAsync(source, plan, "job-1", RefuseAsync);
                break;
        }
    }

    [Fact]
    public async Task An_import_without_a_batch_keeps_its_plan_where_another_one_comes_under_its_id()
    {
        using var host = Host();
        var source = Rows(35);
        var plan = await host.PreviewAsync(source);
        await InterruptAsync(source, plan, "job-1", atCall: 2);
        var kept = await _store.ReadPlanAsync("job-1", ImportHost.Cancellation);

        Assert.Equal(ErrorCodes.ImportIdTaken, await CodeOfAsync(() => AddAsync(host, source, plan, "job-1", RowSelection.Of(1))));

        Assert.Equal(kept.ToArray(), (await _store.ReadPlanAsync("job-1", ImportHost.Cancellation)).ToArray());
        Assert.Equal(35, (await AddAsync(host, source, plan, "job-1")).Counts.Added);
    }

    [Fact]
    public async Task A_newer_preview_of_the_same_file_is_another_plan_once_the_import_is_finished()
    {
        using var host = Host();
        var source = Rows(35);
        await AddAsync(host, source, await host.PreviewAsync(source), "job-1");

        Assert.Equal(ErrorCodes.ImportIdTaken, await CodeOfAsync(async () => await AddAsync(host, source, await host.PreviewAsync(source), "job-1")));
    }

    [Fact]
    public async Task An_id_does_not_continue_the_import_of_another_id()
    {
        using var host = Host();
        var source = Rows(35);
        await InterruptAsync(source, await host.PreviewAsync(source), "job-1", atCall: 2);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(async () => await AddAsync(host, source, await host.PreviewAsync(source), "job-2"));

        Assert.Equal((ErrorCodes.ImportInterrupted, "job-1"), (exception.Code, exception.Arguments[0]));
        var import = Assert.Single(await HistoryAsync(host));
        Assert.Equal((ImportState.Interrupted, null), (import.State, import.Lease));
    }

    [Fact]
    public async Task A_double_click_one_after_the_other_is_one_import()
    {
        using var host = Host();
        var source = Rows(35);
        var plan = await host.PreviewAsync(source);
        var first = await AddAsync(host, source, plan, importId: null);

        var second = await AddAsync(host, source, plan, importId: null);
        var named = await AddAsync(host, source, plan, "job-2");

        Assert.Equal((first.Import, first.Counts), (second.Import, second.Counts));
        Assert.Equal(first.Import, named.Import);
        Assert.Single(await HistoryAsync(host));
        Assert.Equal(35, _store.Leads.Count);
    }

    [Fact]
    public async Task A_double_click_at_the_same_time_is_one_import()
    {
        using var host = Host();
        var source = Rows(35);
        var plan = await host.PreviewAsync(source);

        var clicks = Enumerable.Range(0, 4).Select(_ => Task.Run(() => AddAsync(host, source, plan, importId: null), ImportHost.Cancellation)).ToList();
        await Task.WhenAll(clicks.Select(click => click.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Contains(clicks, click => click.IsCompletedSuccessfully);
        Assert.All(clicks, click => Assert.True(
            click.IsCompletedSuccessfully || click.Exception!.InnerException is SellsyImportException { Code: ErrorCodes.ImportIsRunning },
            click.Exception?.ToString()));
        Assert.All(clicks.Where(click => click.IsCompletedSuccessfully), click => Assert.Equal(35, click.Result.Counts.Added));
        Assert.Single(await HistoryAsync(host));
        Assert.Equal(35, _store.Leads.Count);
    }

    [Fact]
    public async Task A_file_that_is_previewed_again_after_its_leads_were_removed_is_imported_again()
    {
        using var host = Host();
        var source = Rows(3);
        var first = await AddAsync(host, source, await host.PreviewAsync(source), importId: null);
        foreach (var id in new[] { "1", "2", "3" })
        {
            _store.RemoveLead(id);
        }

        var second = await AddAsync(host, source, await host.PreviewAsync(source), importId: null);

        Assert.NotEqual(first.Import.ImportId, second.Import.ImportId);
        Assert.Equal((3L, 3), (second.Counts.Added, _store.Leads.Count));
    }

    [Fact]
    public async Task Other_rows_of_the_same_plan_are_an_import_of_their_own()
    {
        using var host = Host();
        var source = Rows(4);
        var plan = await host.PreviewAsync(source);

        await AddAsync(host, source, plan, importId: null, RowSelection.Of(1, 2));
        await AddAsync(host, source, plan, importId: null, RowSelection.Of(3, 4));

        Assert.Equal(2, (await HistoryAsync(host)).Count);
        Assert.Equal(4, _store.Leads.Count);
    }

    [Fact]
    public async Task A_plan_whose_import_was_undone_is_imported_again()
    {
        using var host = Host();
        var source = Rows(4);
        var plan = await host.PreviewAsync(source);
        var first = await AddAsync(host, source, plan, importId: null);
        await host.History.UndoAsync(first.Import.ImportId, cancellationToken: ImportHost.Cancellation);

        var second = await AddAsync(host, source, plan, importId: null);

        Assert.NotEqual(first.Import.ImportId, second.Import.ImportId);
        Assert.Equal((4L, 4), (second.Counts.Added, _store.Leads.Count));
    }

    [Fact]
    public async Task A_sink_without_a_ledger_is_given_the_id()
    {
        using var host = new ImportHost();
        var source = Rows(3);

        var report = await AddAsync(host, source, await host.PreviewAsync(source), "job-1");

        Assert.Equal("job-1", report.Import.ImportId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("été")]
    [InlineData("-1")]
    [InlineData("../x")]
    [InlineData("a\n")]
    public void An_id_of_other_characters_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => new AddOptions { ImportId = id });

    [Fact]
    public void An_id_has_1_to_100_characters()
    {
        Assert.Equal(100, new AddOptions { ImportId = new('x', 100) }.ImportId!.Length);
        Assert.Throws<ArgumentException>(() => new AddOptions { ImportId = new('x', 101) });
        Assert.Null(new AddOptions { ImportId = null }.ImportId);
        Assert.Equal("Job_7.b-2", new AddOptions { ImportId = "Job_7.b-2" }.ImportId);
    }

    private static Task<ImportReport> AddAsync(ImportHost host, ImportSource source, ImportPlan plan, string? importId, RowSelection? rows = null) =>
        host.Importer.AddAsync(
            source,
            plan,
            new AddOptions { ImportId = importId, Selection = rows ?? RowSelection.All },
            cancellationToken: ImportHost.Cancellation);

    private static ImportSource Rows(int count) =>
        ImportHost.Source(Headings + string.Concat(Enumerable.Range(1, count).Select(id => $"{id};Prénom;Nom;Marie Durand;\r\n")));

    private static async Task<string> CodeOfAsync(Func<Task> call) => (await Assert.ThrowsAsync<SellsyImportException>(call)).Code;

    private static async Task<List<LedgerImport>> HistoryAsync(ImportHost host) =>
        await host.History.ReadAsync(ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);

    private ImportHost Host(ILeadSink? sink = null) => new(options => options.BatchSize = 10, sink: sink ?? _store);

    private async Task InterruptAsync(ImportSource source, ImportPlan plan, string importId, int atCall = CallOfThirdBatch)
    {
        using var broken = Host(new FaultInjectingLedgerSink(_store, atCall));
        await Assert.ThrowsAsync<InjectedFaultException>(() => AddAsync(broken, source, plan, importId));
    }

    private async Task WhileRunningAsync(ImportSource source, ImportPlan plan, string importId, Func<Task> check)
    {
        using var blocked = new CancellationTokenSource();
        using var writing = Host(new FaultInjectingLedgerSink(_store, CallOfThirdBatch, SinkFault.HangUntilCancelled));
        var running = writing.Importer.AddAsync(source, plan, new AddOptions { ImportId = importId }, cancellationToken: blocked.Token);
        while (_store.Batches < 2)
        {
            await Task.Yield();
        }

        await check();
        await blocked.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
