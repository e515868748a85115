using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Ledgers;

/// <summary>The reports of imports whose ledger is beside the sink. The sink is called once by the preview and once for each lead.</summary>
public sealed class SeparateReportTests
{
    private const int ThirdLeadOfSecondBatch = 8;

    private readonly PlainSinkOfAllSteps _sink = new();
    private readonly LedgerHost _hosts;

    public SeparateReportTests() => _hosts = new(_sink);

    private static ImportSource Source => LedgerHost.Rows(10);

    [Fact]
    public async Task The_same_plan_again_returns_the_report_of_the_finished_import_and_sends_nothing()
    {
        using var host = _hosts.Open();
        var plan = await host.PreviewAsync(Source);
        var first = await host.Importer.AddAsync(Source, plan, cancellationToken: ImportHost.Cancellation);
        var counting = _sink.Faults = new(0);

        var again = await host.Importer.AddAsync(Source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal((first.Import, first.Counts, ImportState.Finished), (again.Import, again.Counts, again.State));
        Assert.Equal(0, counting.Calls);
        Assert.Single(await _hosts.Ledger.ReadImportsAsync(cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation));
    }

    [Fact]
    public async Task The_rows_of_a_batch_in_doubt_are_pending_until_the_import_is_resumed()
    {
        using var host = _hosts.Open();
        _sink.Faults = new(ThirdLeadOfSecondBatch, SinkFault.Fail) { StaysBroken = true };
        var exception = await Assert.ThrowsAsync<InjectedFaultException>(() => host.ImportAsync(Source));
        _sink.Faults = null;
        var importId = (await _hosts.LastAsync()).Import.ImportId;

        var stopped = await host.History.ReadReportAsync(importId, ImportHost.Cancellation);

        var expected = new ImportCounts(10, 4, 0, 0, 0, 0) { Pending = 6 };
        Assert.Equal((ImportState.Interrupted, expected), (stopped.State, stopped.Counts));
        Assert.Equal((ImportState.Interrupted, expected), (ImportReport.Of(exception)?.State, ImportReport.Of(exception)?.Counts));
        Assert.Equal([RowOutcome.Added, RowOutcome.Pending], new[] { stopped.OutcomeOf(4), stopped.OutcomeOf(5) });
        await host.History.ResumeAsync(importId, Source, cancellationToken: ImportHost.Cancellation);
        var whole = await host.History.ReadReportAsync(importId, ImportHost.Cancellation);
        Assert.Equal((ImportState.Finished, new ImportCounts(10, 10, 0, 0, 0, 0)), (whole.State, whole.Counts));
    }

    [Fact]
    public async Task The_report_of_an_ended_import_has_what_the_sink_shows_of_its_batch_in_doubt()
    {
        await _hosts.StopAsync(Source, ThirdLeadOfSecondBatch);
        using var host = _hosts.Open();
        var importId = (await _hosts.LastAsync()).Import.ImportId;

        await host.History.EndAsync(importId, ImportHost.Cancellation);

        var report = await host.History.ReadReportAsync(importId, ImportHost.Cancellation);
        Assert.Equal((ImportState.Ended, new ImportCounts(10, 6, 0, 0, 0, 2) { Pending = 2 }), (report.State, report.Counts));
    }
}
