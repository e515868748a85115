using Cadence.SellsyImport.Importing;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class ImportHistoryTests
{
    private const string Headings = "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;FONCTION CONTACT\r\n";

    private readonly FixedTimeProvider _time = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly InMemoryLedgerSink _store;

    public ImportHistoryTests() => _store = new(_time);

    [Theory]
    [InlineData(60, ImportState.Running, ImportState.Running, "node-a", 10.0)]
    [InlineData(-1, ImportState.Running, ImportState.Interrupted, null, null)]
    [InlineData(60, ImportState.Undoing, ImportState.Undoing, "node-a", null)]
    [InlineData(-1, ImportState.Undoing, ImportState.Undoing, null, null)]
    public void Only_what_a_process_writes_has_a_node_and_a_rate(int secondsLeft, ImportState inLedger, ImportState shown, string? node, double? rate)
    {
        var now = _time.GetUtcNow();
        var import = new LedgerImport(new("1", "contacts.csv", "hash", "mapping", now.AddSeconds(-20)), "plan", inLedger, new(200, 200, 0, 0, 0, 0))
        {
            Lease = new("token", "node-a, process 1", now, now.AddSeconds(secondsLeft)),
        };

        var found = ImportStates.Shown(import, _time);

        Assert.Equal((shown, node, rate), (found.State, found.Node, found.RowsPerSecond));
    }

    [Fact]
    public async Task An_import_that_was_interrupted_is_resumed_by_its_id_where_it_was()
    {
        var source = Rows(35);
        await InterruptAsync(source, callNumber: 6);
        using var host = Host();
        var interrupted = Assert.Single(await HistoryAsync(host));
        Assert.Equal((ImportState.Interrupted, 20L), (interrupted.State, interrupted.Counts.Added));

        var report = await host.History.ResumeAsync(interrupted.Import.ImportId, source, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(35, 35, 0, 0, 0, 0), report.Counts);
        Assert.Equal(21, report.ResumedAtRow);
        Assert.Equal(Enumerable.Range(1, 35).Select(id => $"{id}"), _store.Leads.Select(lead => lead.Lead.SellsyContactId));
        var finished = Assert.Single(await HistoryAsync(host));
        Assert.Equal((ImportState.Finished, 35L, 4), (finished.State, finished.Counts.Added, finished.Batches));
    }

    [Fact]
    public async Task Importing_the_same_file_again_goes_on_with_the_import_that_was_interrupted()
    {
        var source = Rows(35);
        await InterruptAsync(source, callNumber: 6);
        using var host = Host();

        var report = await host.ImportAsync(source);

        Assert.Equal((new ImportCounts(35, 35, 0, 0, 0, 0), 21L), (report.Counts, report.ResumedAtRow));
        Assert.Single(await HistoryAsync(host));
    }

    [Fact]
    public async Task An_import_that_another_run_writes_is_not_written_by_two()
    {
        var source = Rows(35);
        using var blocked = new CancellationTokenSource();
        using var first = Host(new FaultInjectingLedgerSink(_store, callNumber: 6, SinkFault.HangUntilCancelled));
        var plan = await first.PreviewAsync(source);
        var running = first.Importer.AddAsync(source, plan, cancellationToken: blocked.Token);
        using var second = Host();
        while (_store.Batches < 2)
        {
            await Task.Yield();
        }

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => second.ImportAsync(source));

        Assert.Equal(ErrorCodes.ImportIsRunning, exception.Code);
        Assert.Contains($"is being written by {Environment.MachineName}, process {Environment.ProcessId}, start ", exception.Message, StringComparison.Ordinal);
        await blocked.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(35, (await second.ImportAsync(source)).Counts.Added);
        Assert.Equal(35, _store.Leads.Count);
    }

    [Fact]
    public async Task A_run_that_was_taken_for_dead_writes_nothing_more_once_another_took_over()
    {
        var source = Rows(35);
        var sink = new BentLedger(_store)
        {
            Written = async (start, batch) =>
            {
                if (batch.Leads.Number == 1)
                {
                    _time.Advance(TimeSpan.FromMinutes(2));
                    await _store.StartAsync(start with { Lease = new("other", "another machine", TimeSpan.FromMinutes(1)) }, ImportHost.Cancellation);
                }
            },
        };
        using var first = Host(sink, time: _time);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => first.ImportAsync(source));

        Assert.Equal(ErrorCodes.ImportTakenOver, exception.Code);
        Assert.Equal(10, _store.Leads.Count);
    }

    [Fact]
    public async Task What_a_sink_cannot_do_is_told_when_it_is_asked_for()
    {
        using var host = new ImportHost();
        var source = Rows(3);

        Assert.Equal(3, (await host.ImportAsync(source)).Counts.Added);

        var told = new List<string>
        {
            (await Assert.ThrowsAsync<SellsyImportException>(() => HistoryAsync(host))).Message,
            (await Assert.ThrowsAsync<SellsyImportException>(() => host.History.ResumeAsync("x", cancellationToken: ImportHost.Cancellation))).Message,
            (await Assert.ThrowsAsync<SellsyImportException>(() => host.History.UndoAsync("x", cancellationToken: ImportHost.Cancellation))).Message,
        };
        var plan = await host.PreviewAsync(source);
        told.Add(Assert.Throws<SellsyImportException>(() => plan.WithExistingLeads(ExistingLeadPolicy.Overwrite)).Message);

        const string Remedy = "Use UseSqlite(…), UsePostgreSql(…), a sink that does, or, for IImportLedger and IUndoLedger, a ledger beside your sink: UseSqliteLedger(…), UsePostgreSqlLedger(…).";
        Assert.Equal(
            [
                $"The store cannot do this: its sink does not implement IImportLedger. {Remedy}",
                $"The store cannot do this: its sink does not implement IImportLedger. {Remedy}",
                $"The store cannot do this: its sink does not implement IUndoLedger. {Remedy}",
                $"The store cannot do this: its sink does not implement ILeadUpdater. {Remedy}",
            ],
            told);
        Assert.Equal([new PolicyCounts(ExistingLeadPolicy.Skip, 0, 0, 3)], plan.PolicyCounts);
    }

    [Fact]
    public async Task What_cannot_be_resumed_says_why()
    {
        using var host = Host();
        var source = Rows(3);
        var id = (await host.ImportAsync(source)).Import.ImportId;

        Assert.Equal(ErrorCodes.ImportUnknown, await CodeOfResumeAsync(host, "none"));
        Assert.Equal(ErrorCodes.ImportFinished, await CodeOfResumeAsync(host, id));
        await host.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation);
        Assert.Equal(ErrorCodes.ImportUndone, await CodeOfResumeAsync(host, id));
        await InterruptAsync(source, callNumber: 4);
        Assert.Equal(ErrorCodes.ImportFileUnknown, await CodeOfResumeAsync(host, (await HistoryAsync(host))[0].Import.ImportId));
        Assert.Equal(
            ErrorCodes.PlanOfAnotherFile,
            (await Assert.ThrowsAsync<SellsyImportException>(async () => await host.History.ResumeAsync((await HistoryAsync(host))[0].Import.ImportId, Rows(4), cancellationToken: ImportHost.Cancellation))).Code);
    }

    [Fact]
    public async Task Undoing_removes_and_restores_and_keeps_what_was_changed_since()
    {
        _store.PutLead(new() { SellsyContactId = "1", FirstName = "Anna", LastName = "Avant" }, ImportHost.Helene);
        _store.PutLead(new() { SellsyContactId = "2", FirstName = "Luc", LastName = "Avant" }, ImportHost.Helene);
        using var host = Host(configure: options => options.ExistingLeads = ExistingLeadPolicy.Overwrite);
        var id = (await host.ImportAsync(Rows(6))).Import.ImportId;
        _store.EditLead("2", lead => lead with { LastName = "Mariée" });
        _store.EditLead("3", lead => lead with { JobPosition = "Gérante" });
        _store.RemoveLead("4");
        var later = (await host.ImportAsync(ImportHost.Source(Headings + "5;Zoé;Tard;Hélène Brûlé;\r\n"))).Import.ImportId;

        var report = await host.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation);
        var again = await host.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation);

        Assert.Equal((1L, 2L, 2L, 1L), (report.Removed, report.Restored, report.Kept, report.Vanished));
        Assert.Equal([later], report.LaterImports);
        Assert.Equal(
            [
                "row 2: Restored, Nom : Modifié dans Cadence depuis l'import : conservé tel quel.",
                "row 3: Kept, Modifié dans Cadence depuis l'import : conservé tel quel.",
                "row 4: Vanished, Le lead a été supprimé de Cadence depuis l'import ; il n'y a rien à annuler.",
                $"row 5: Kept, Modifié par l'import suivant {later}, qui n'est pas annulé : conservé tel quel.",
            ],
            report.Exceptions.Select(lead => $"{lead}, {string.Join(" ", lead.Issues.Select(ImportTexts.French.IssueText))}"));
        Assert.Equal(report with { Exceptions = [], LaterImports = [] }, again with { Exceptions = [], LaterImports = [] });
        Assert.Equal(
            ["1 Anna Avant u2", "2 Luc Mariée u2", "3 Prénom Nom u1", "5 Zoé Tard u2"],
            _store.Leads.OrderBy(lead => lead.Lead.SellsyContactId).Select(lead => $"{lead.Lead.SellsyContactId} {lead.Lead.FirstName} {lead.Lead.LastName} {lead.Owner.Id}"));
    }

    [Fact]
    public async Task An_undo_that_was_interrupted_goes_on_and_reports_the_whole()
    {
        using var host = Host();
        var id = (await host.ImportAsync(Rows(35))).Import.ImportId;
        using var broken = Host(new FaultInjectingLedgerSink(_store, callNumber: 5, SinkFault.DoThenFail));
        await Assert.ThrowsAsync<InjectedFaultException>(() => broken.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation));
        Assert.InRange(_store.Leads.Count, 1, 34);
        Assert.Equal(ImportState.Undoing, Assert.Single(await HistoryAsync(host)).State);

        var report = await host.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(35, report.Removed);
        Assert.Empty(_store.Leads);
        Assert.Equal(ImportState.Undone, Assert.Single(await HistoryAsync(host)).State);
    }

    private static ImportSource Rows(int count) =>
        ImportHost.Source(Headings + string.Concat(Enumerable.Range(1, count).Select(id => $"{id};Prénom;Nom;Marie Durand;\r\n")));

    private static async Task<List<LedgerImport>> HistoryAsync(ImportHost host)
    {
        var imports = new List<LedgerImport>();
        await foreach (var import in host.History.ReadAsync(ImportHost.Cancellation))
        {
            imports.Add(import);
        }

        return imports;
    }

    private static async Task<string> CodeOfResumeAsync(ImportHost host, string importId) =>
        (await Assert.ThrowsAsync<SellsyImportException>(() => host.History.ResumeAsync(importId, cancellationToken: ImportHost.Cancellation))).Code;

    private ImportHost Host(ILeadSink? sink = null, Action<SellsyImportOptions>? configure = null, TimeProvider? time = null) => new(
        options =>
        {
            options.BatchSize = 10;
            configure?.Invoke(options);
        },
        sink: sink ?? _store,
        time: time);

    private async Task InterruptAsync(ImportSource source, int callNumber)
    {
        using var host = Host(new FaultInjectingLedgerSink(_store, callNumber));
        await Assert.ThrowsAsync<InjectedFaultException>(() => host.ImportAsync(source));
    }
}
