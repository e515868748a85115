using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Ledgers;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>Imports and undos that somebody else asks to stop.</summary>
public sealed class RequestCancelTests
{
    private static CancellationToken Cancellation => ImportHost.Cancellation;

    [Fact]
    public async Task An_import_that_another_host_asks_to_stop_is_interrupted_after_a_batch_and_can_be_resumed()
    {
        var store = new InMemoryLedgerSink();
        await StopsAndResumesAsync(() => new ImportHost(options => options.BatchSize = 4, sink: store), () => store.Leads.Count);
    }

    [Fact]
    public async Task An_import_with_a_ledger_beside_its_sink_is_interrupted_after_a_batch_and_can_be_resumed()
    {
        var sink = new PlainSink();
        var hosts = new LedgerHost(sink);
        await StopsAndResumesAsync(() => hosts.Open(), () => sink.Leads.Count);
    }

    [Fact]
    public async Task An_undo_that_is_asked_to_stop_is_continued_by_the_next_call()
    {
        var sink = new PlainRemovingSink();
        var hosts = new LedgerHost(sink);
        var report = await hosts.ImportAsync(LedgerHost.Rows(40));
        using var host = hosts.Open();
        using var other = hosts.Open();
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (value.Stage == ImportStage.Undoing && value.RowsRead == 8)
            {
                Assert.True(other.History.RequestCancelAsync(report.Import.ImportId, "bob", Cancellation).GetAwaiter().GetResult());
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.History.UndoAsync(report.Import.ImportId, progress, Cancellation));

        Assert.Equal(32, sink.Leads.Count);
        var stopped = Assert.Single(await other.History.ReadAsync(new ImportFilter { States = [ImportState.Undoing] }, Cancellation).ToListAsync(Cancellation));
        Assert.Equal((null, "bob"), (stopped.Lease, stopped.CancelRequest?.RequestedBy));
        Assert.Equal(40, (await other.History.UndoAsync(report.Import.ImportId, cancellationToken: Cancellation)).Removed);
    }

    [Fact]
    public async Task What_nobody_writes_need_not_be_stopped_and_what_is_unknown_is_an_error()
    {
        using var host = new ImportHost(sink: new InMemoryLedgerSink());
        var report = await host.ImportAsync(LedgerHost.Rows(3));

        Assert.False(await host.History.RequestCancelAsync(report.Import.ImportId, cancellationToken: Cancellation));

        Assert.Null(Assert.Single(await host.History.ReadAsync(Cancellation).ToListAsync(Cancellation)).CancelRequest);
        var unknown = await Assert.ThrowsAsync<SellsyImportException>(() => host.History.RequestCancelAsync("x", cancellationToken: Cancellation));
        Assert.Equal(ErrorCodes.ImportUnknown, unknown.Code);
    }

    [Fact]
    public async Task The_customer_of_an_import_is_in_its_report_and_finds_it_in_the_history_and_one_whose_process_ended_is_found_as_interrupted()
    {
        var time = new FixedTimeProvider(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var store = new InMemoryLedgerSink(time);
        using var host = new ImportHost(sink: store, time: time);
        var source = LedgerHost.Rows(3);
        var report = await host.Importer.AddAsync(source, await host.PreviewAsync(source), new() { Customer = "acme", StartedBy = "aline" }, cancellationToken: Cancellation);
        Assert.Equal(("acme", "aline"), (report.Import.Customer, report.Import.StartedBy));
        await store.StartAsync(
            new(new("killed", "f", "h", "m", time.GetUtcNow()) { Customer = "acme" }, "p", new byte[] { 1 }, new("t", "elsewhere", TimeSpan.FromMinutes(1))), Cancellation);
        Assert.Equal(["killed"], await IdsAsync(new() { States = [ImportState.Running] }));
        Assert.Empty(await IdsAsync(new() { States = [ImportState.Interrupted] }));

        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(["killed"], await IdsAsync(new() { Customer = "acme", States = [ImportState.Interrupted] }));
        Assert.Empty(await IdsAsync(new() { States = [ImportState.Running] }));
        Assert.Equal(["killed", report.Import.ImportId], await IdsAsync(new() { Customer = "acme" }));
        Assert.Empty(await IdsAsync(new() { Customer = "zeta" }));

        async Task<string[]> IdsAsync(ImportFilter filter) =>
            await host.History.ReadAsync(filter, Cancellation).Select(import => import.Import.ImportId).ToArrayAsync(Cancellation);
    }

    private static async Task StopsAndResumesAsync(Func<ImportHost> open, Func<int> leads)
    {
        const string Id = "job-1";
        using var first = open();
        using var second = open();
        var source = LedgerHost.Rows(40);
        var plan = await first.PreviewAsync(source);
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (value.Stage == ImportStage.Adding && value.RowsRead == 8)
            {
                Assert.True(second.History.RequestCancelAsync(Id, "bob", Cancellation).GetAwaiter().GetResult());
            }
        });

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Importer.AddAsync(source, plan, new() { ImportId = Id }, progress, Cancellation));

        Assert.Equal(ErrorCodes.ImportCancelRequested, (cancelled.InnerException as SellsyImportException)?.Code);
        Assert.Equal((8L, 32L), (ImportReport.Of(cancelled)?.Counts.Added, ImportReport.Of(cancelled)?.Counts.Pending));
        Assert.Equal(8, leads());
        var stopped = Assert.Single(await second.History.ReadAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal((ImportState.Interrupted, "bob"), (stopped.State, stopped.CancelRequest?.RequestedBy));
        var report = await second.History.ResumeAsync(Id, source, cancellationToken: Cancellation);
        Assert.Equal((40L, 9L), (report.Counts.Added, report.ResumedAtRow));
        var finished = Assert.Single(await second.History.ReadAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal((ImportState.Finished, null), (finished.State, finished.CancelRequest));
    }
}
