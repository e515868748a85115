using Cadence.SellsyImport.Quartz.Tests.Support;

namespace Cadence.SellsyImport.Quartz.Tests;

public sealed class EnqueueTests(JobServer server)
{
    [Fact]
    public async Task An_enqueued_import_is_run_and_its_report_is_in_the_history()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync();

        var importId = await node.EnqueueAsync(JobCluster.Export.ToSource(), new() { StartedBy = "anne" });
        await node.Watch.DoneAsync(importId);

        var report = await node.History.ReadReportAsync(importId, TestContext.Current.CancellationToken);
        var job = await node.FindAsync(importId);
        Assert.Equal(ImportState.Finished, report.State);
        Assert.Equal(300, report.Counts.Read);
        Assert.True(report.Counts.Added > 0);
        Assert.Equal("anne", report.Import.StartedBy);
        Assert.Equal((ImportWork.Import, ImportJobState.Done, null), (job.Work, job.State, job.Reason));
    }
}
