using Xunit;

namespace Cadence.SellsyImport.Testing;

// Reports that are read again by the id of their import.
public abstract partial class ImporterConformance
{
    /// <summary>Another process reads the same report, and the same plan again gives it without writing.</summary>
    [Fact]
    public Task The_report_of_an_import_is_read_again_by_its_id() => HoldsAsync(async import =>
    {
        await using var host = await HostAsync(import);
        var plan = await host.PreviewAsync(import.File);
        var report = await host.Importer.AddAsync(import.File, plan, cancellationToken: Cancellation);
        var leads = await TextsAsync();

        await using var other = await HostAsync(import);
        var read = await other.History.ReadReportAsync(report.Import.ImportId, Cancellation);
        var again = await other.Importer.AddAsync(import.File, plan, cancellationToken: Cancellation);

        var expected = await host.TextAsync(import.File, report);
        Assert.Equal((report.Import, ImportState.Finished), (read.Import, read.State));
        Assert.Equal(expected, await other.TextAsync(import.File, read));
        Assert.Equal(report.Import, again.Import);
        Assert.Equal(expected, await other.TextAsync(import.File, again));
        Assert.Equal(leads, await TextsAsync());
    });

    /// <summary>
    /// The report of an import that stopped at any call balances with its pending rows, and every outcome in it is that of the report when the
    /// import is finished.
    /// </summary>
    [Fact]
    public Task The_report_of_an_import_that_stopped_is_a_part_of_the_whole() => HoldsAsync(async import =>
    {
        var undisturbed = await UndisturbedAsync(import);
        for (var call = 4; call < undisturbed.Calls; call += 3)
        {
            await RenewStoreAsync();
            await RestoreAsync(import, undisturbed);
            await FailAsync(import, new FaultInjectingLedgerSink(await OpenSinkAsync(), call, SinkFault.DoThenFail) { StaysBroken = true });
            await using var host = await HostAsync(import);
            if ((await HistoryAsync()).FirstOrDefault(one => one.Import.FileName == import.File.Name) is not { } stopped)
            {
                continue;
            }

            var part = await host.History.ReadReportAsync(stopped.Import.ImportId, Cancellation);
            var whole = await host.ImportAsync(import.File, Cancellation);

            Assert.Equal((true, part.Plan.Rows), (part.Counts.IsBalanced, part.Counts.Read));
            var outcomes = Enumerable.Range(1, (int)part.Plan.Rows).Select(row => (Part: part.OutcomeOf(row), Whole: whole.OutcomeOf(row))).ToList();
            Assert.Equal(part.Counts.Pending, outcomes.Count(row => row.Part == RowOutcome.Pending));
            Assert.Equal(part.Counts.Added, outcomes.Count(row => row.Part == RowOutcome.Added));
            Assert.Equal(0, whole.Counts.Pending);
            Assert.All(outcomes.Where(row => row.Part != RowOutcome.Pending), row => Assert.Equal(row.Part, row.Whole));
        }
    });
}
