using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>What a preview of a file shows whose import was interrupted, and what is done then: rows 1 to 20 of 35 are written.</summary>
public sealed class InterruptedImportTests
{
    private const string Headings = "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;FONCTION CONTACT\r\n";

    private readonly InMemoryLedgerSink _store = new();

    [Fact]
    public async Task The_preview_shows_the_plan_of_the_interrupted_import_and_what_became_of_its_rows()
    {
        _store.PutLead(Lead("1"), ImportHost.Helene);
        var source = Rows(35);
        var id = await InterruptAsync(source);
        _store.PutLead(Lead("30"), ImportHost.Helene);
        using var host = Host();

        var plan = await host.PreviewAsync(source);

        Assert.Equal(
            new InterruptedImport(id, new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), 22, new(21, 20, 0, 0, 1, 0), plan.Interrupted!.Selection),
            plan.Interrupted);
        Assert.Equal("all", plan.Interrupted.Selection.ToString());
        Assert.Equal(new(34, 1, 0), plan.Counts);
        var rows = await RowsAsync(host, source, plan);
        Assert.Equal(RowStatus.Active, rows[0].Status);
        Assert.All(rows[1..21], row => Assert.Equal(RowStatus.Success, row.Status));
        Assert.All(rows[21..], row => Assert.Equal(RowStatus.Blank, row.Status));
        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);
        Assert.Equal((id, 22L, new ImportCounts(35, 33, 0, 0, 1, 1)), (report.Import.ImportId, report.ResumedAtRow, report.Counts));
        Assert.Equal(IssueCodes.AppearedSincePreview, report.Outcomes.FoundByTheWrite(30)!.Code);
    }

    [Fact]
    public async Task An_error_that_the_write_found_is_shown_with_its_row()
    {
        var source = Rows(35);
        using (var first = Host(new FaultInjectingLedgerSink(_store, callNumber: 0)))
        {
            var plan = await first.PreviewAsync(source);
            _store.PutLead(Lead("5"), ImportHost.Helene);
            using var broken = Host(new FaultInjectingLedgerSink(_store, callNumber: 4));
            await Assert.ThrowsAsync<InjectedFaultException>(() => broken.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));
        }

        using var host = Host();
        var shown = (await RowsAsync(host, source, await host.PreviewAsync(source)))[4];

        Assert.Equal((RowStatus.Error, IssueCodes.AppearedSincePreview), (shown.Status, Assert.Single(shown.Issues).Code));
    }

    [Fact]
    public async Task Other_rows_or_another_policy_than_those_of_the_interrupted_import_are_refused()
    {
        var source = Rows(35);
        var id = await InterruptAsync(source);
        using var host = Host();
        var plan = await host.PreviewAsync(source);

        var ofRows = await Assert.ThrowsAsync<SellsyImportException>(() => host.ImportAsync(source, RowSelection.Of(30)));
        var ofPolicy = Assert.Throws<SellsyImportException>(() => plan.WithExistingLeads(ExistingLeadPolicy.Overwrite));

        Assert.Equal(ErrorCodes.ImportInterrupted, ofRows.Code);
        Assert.Equal(
            $"Import {id} of this file was interrupted before row 21. Only its own plan, with its ticked rows and its policy, can continue it. "
            + "Resume that import, or end it and make the preview again.",
            ofRows.Message);
        Assert.Equal(ofRows.Message, ofPolicy.Message);
        Assert.Equal(
            $"L'import {id} de ce fichier a été interrompu avant la ligne 21. Seul son propre plan, avec ses lignes cochées et sa règle, peut le "
            + "continuer. Reprenez cet import, ou arrêtez-le puis refaites l'aperçu.",
            ImportTexts.French.ErrorText(ofRows.Code, ofRows.Arguments));
        Assert.Same(plan, plan.WithExistingLeads(ExistingLeadPolicy.Skip));
        Assert.Equal((20, ImportState.Interrupted), (_store.Leads.Count, Assert.Single(await HistoryAsync(host)).State));
    }

    [Fact]
    public async Task The_ticked_rows_of_the_interrupted_import_are_kept()
    {
        var source = Rows(35);
        var rows = RowSelection.Of(Enumerable.Range(1, 33).Select(row => (long)row));
        await InterruptAsync(source, rows);
        using var host = Host();

        var plan = await host.PreviewAsync(source);
        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal("1-33", plan.Interrupted!.Selection.ToString());
        Assert.Equal(new ImportCounts(35, 33, 0, 0, 2, 0), report.Counts);
    }

    [Fact]
    public async Task Another_plan_does_not_continue_the_import_and_gives_its_lease_back()
    {
        var source = Rows(35);
        using var host = Host();
        _store.PutLead(Lead("30"), ImportHost.Helene);
        var other = await host.PreviewAsync(source);
        _store.RemoveLead("30");
        var id = await InterruptAsync(source);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            () => host.Importer.AddAsync(source, other, cancellationToken: ImportHost.Cancellation));

        Assert.Equal((ErrorCodes.ImportInterrupted, id), (exception.Code, exception.Arguments[0]));
        var import = Assert.Single(await HistoryAsync(host));
        Assert.Equal((ImportState.Interrupted, null, 2), (import.State, import.Lease, import.Batches));
        Assert.Equal(20, _store.Leads.Count);
    }

    [Fact]
    public async Task The_same_plan_again_continues_the_import_and_so_does_its_saved_copy()
    {
        var source = Rows(35);
        using var host = Host();
        var plan = await host.PreviewAsync(source);
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, ImportHost.Cancellation);
        using var broken = Host(new FaultInjectingLedgerSink(_store, callNumber: 4));
        await Assert.ThrowsAsync<InjectedFaultException>(() => broken.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));
        saved.Position = 0;

        var loaded = await ImportPlan.LoadAsync(saved, ImportHost.Cancellation);
        var report = await host.Importer.AddAsync(source, loaded, cancellationToken: ImportHost.Cancellation);

        Assert.Equal((21L, new ImportCounts(35, 35, 0, 0, 0, 0)), (report.ResumedAtRow, report.Counts));
        Assert.Equal(ErrorCodes.ImportFinished, await CodeOfAsync(() => host.History.EndAsync(report.Import.ImportId, ImportHost.Cancellation)));
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("repeated")]
    [InlineData("settings")]
    [InlineData("mapping")]
    [InlineData("file")]
    public async Task The_preview_of_something_else_is_its_own(string what)
    {
        await InterruptAsync(Rows(35));
        using var host = Host(
            configure: options =>
            {
                options.RepeatedContacts = what == "repeated" ? RepeatedContacts.LastWins : RepeatedContacts.FirstWins;
                options.InvalidEmailIsError = what == "settings";
            },
            users: new(ImportHost.Marie with { LastName = what == "owner" ? "Durant" : "Durand" }, ImportHost.Helene));
        var source = Rows(what == "file" ? 34 : 35);

        var plan = await host.PreviewAsync(source, mapping => what == "mapping" ? mapping.Without(LeadFields.JobPosition) : mapping);

        Assert.Null(plan.Interrupted);
        Assert.Equal(what == "owner" ? 0 : 20, plan.Counts.Active);
    }

    [Fact]
    public async Task An_import_that_was_ended_is_not_resumed_and_its_file_is_imported_anew()
    {
        var source = Rows(35);
        var id = await InterruptAsync(source);
        using var host = Host();
        var shown = await host.PreviewAsync(source);

        await host.History.EndAsync(id, ImportHost.Cancellation);
        await host.History.EndAsync(id, ImportHost.Cancellation);

        var ended = Assert.Single(await HistoryAsync(host));
        Assert.Equal((ImportState.Ended, null), (ended.State, ended.Lease));
        Assert.Equal(ErrorCodes.ImportEnded, await CodeOfAsync(() => host.History.ResumeAsync(id, source, cancellationToken: ImportHost.Cancellation)));
        Assert.Equal(ErrorCodes.ImportEnded, await CodeOfAsync(() => host.Importer.AddAsync(source, shown, cancellationToken: ImportHost.Cancellation)));
        var plan = await host.PreviewAsync(source);
        Assert.Equal((null, new StatusCounts(15, 20, 0)), (plan.Interrupted, plan.Counts));
        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);
        Assert.Equal((null, new ImportCounts(35, 15, 0, 0, 20, 0)), (report.ResumedAtRow, report.Counts));
        Assert.Equal(20, (await host.History.UndoAsync(id, cancellationToken: ImportHost.Cancellation)).Removed);
        Assert.Equal(ErrorCodes.ImportUndone, await CodeOfAsync(() => host.History.EndAsync(id, ImportHost.Cancellation)));
        Assert.Equal(ErrorCodes.ImportUnknown, await CodeOfAsync(() => host.History.EndAsync("none", ImportHost.Cancellation)));
    }

    [Fact]
    public async Task An_import_that_is_being_written_is_not_ended()
    {
        var source = Rows(35);
        using var blocked = new CancellationTokenSource();
        using var first = Host();
        var plan = await first.PreviewAsync(source);
        using var writing = Host(new FaultInjectingLedgerSink(_store, callNumber: 4, SinkFault.HangUntilCancelled));
        var running = writing.Importer.AddAsync(source, plan, cancellationToken: blocked.Token);
        while (_store.Batches < 2)
        {
            await Task.Yield();
        }

        var import = Assert.Single(await HistoryAsync(first));
        Assert.Equal(ErrorCodes.ImportIsRunning, await CodeOfAsync(() => first.History.EndAsync(import.Import.ImportId, ImportHost.Cancellation)));
        Assert.Null((await first.PreviewAsync(source)).Interrupted);
        await blocked.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_kept_plan_that_cannot_be_read_is_neither_shown_nor_continued()
    {
        var source = Rows(35);
        var id = await InterruptAsync(source);
        using var host = Host(new BentLedger(_store) { Plans = plan => plan[..^1] });

        var plan = await host.PreviewAsync(source);

        Assert.Equal((null, 20L), (plan.Interrupted, plan.Counts.Active));
        Assert.Equal(ErrorCodes.ImportInterrupted, await CodeOfAsync(() => host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation)));
        Assert.Equal(
            ErrorCodes.PlanUnreadable,
            await CodeOfAsync(() => host.History.ResumeAsync(id, source, cancellationToken: ImportHost.Cancellation)));
        await host.History.EndAsync(id, ImportHost.Cancellation);
        Assert.Equal(15, (await host.ImportAsync(source)).Counts.Added);
    }

    private static Lead Lead(string id) => new() { SellsyContactId = id, FirstName = "Anna", LastName = "Avant" };

    private static ImportSource Rows(int count) =>
        ImportHost.Source(Headings + string.Concat(Enumerable.Range(1, count).Select(id => $"{id};Prénom;Nom;Marie Durand;\r\n")));

    private static async Task<string> CodeOfAsync(Func<Task> call) => (await Assert.ThrowsAsync<SellsyImportException>(call)).Code;

    private static async Task<List<PreviewRow>> RowsAsync(ImportHost host, ImportSource source, ImportPlan plan) =>
        await host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);

    private static async Task<List<LedgerImport>> HistoryAsync(ImportHost host) =>
        await host.History.ReadAsync(ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);

    private ImportHost Host(ILeadSink? sink = null, Action<SellsyImportOptions>? configure = null, FixedUserProvider? users = null) => new(
        options =>
        {
            options.BatchSize = 10;
            configure?.Invoke(options);
        },
        sink: sink ?? _store,
        users: users);

    /// <summary>Starts an import whose third batch fails.</summary>
    private async Task<string> InterruptAsync(ImportSource source, RowSelection? rows = null)
    {
        using var first = Host();
        var plan = await first.PreviewAsync(source);
        using var broken = Host(new FaultInjectingLedgerSink(_store, callNumber: 4));
        var options = new AddOptions { Selection = rows ?? RowSelection.All };
        await Assert.ThrowsAsync<InjectedFaultException>(() => broken.Importer.AddAsync(source, plan, options, cancellationToken: ImportHost.Cancellation));
        return (await HistoryAsync(first))[0].Import.ImportId;
    }
}
