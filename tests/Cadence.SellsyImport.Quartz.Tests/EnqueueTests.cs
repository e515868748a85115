using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Quartz.Tests.Support;

namespace Cadence.SellsyImport.Quartz.Tests;

public sealed class EnqueueTests(JobServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enqueued_import_is_run_and_its_report_is_in_the_history()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync();

        var importId = await node.EnqueueAsync(JobCluster.Export.ToSource(), new() { StartedBy = "anne" });
        await node.Watch.DoneAsync(importId);

        var report = await node.History.ReadReportAsync(importId, Cancellation);
        var job = await node.FindAsync(importId);
        Assert.Equal(ImportState.Finished, report.State);
        Assert.Equal(300, report.Counts.Read);
        Assert.True(report.Counts.Added > 0);
        Assert.Equal("anne", report.Import.StartedBy);
        Assert.Equal((ImportWork.Import, ImportJobState.Done, null), (job.Work, job.State, job.Reason));
    }

    [Fact]
    public async Task A_node_that_runs_nothing_enqueues_for_one_that_does()
    {
        await using var cluster = new JobCluster(server);
        var web = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        var importId = await web.EnqueueAsync(JobCluster.Export.ToSource());
        var waiting = await web.FindAsync(importId);

        var worker = await cluster.StartAsync();
        await worker.Watch.DoneAsync(importId);

        Assert.Equal(ImportJobState.Waiting, waiting.State);
        Assert.Equal(ImportJobState.Done, (await web.FindAsync(importId)).State);
    }

    [Fact]
    public async Task The_same_id_again_enqueues_nothing_at_the_same_time_and_later()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => node.EnqueueAsync(JobCluster.Export.ToSource(), new() { ImportId = "click-1" })));
        await node.Watch.DoneAsync("click-1");
        var later = await node.EnqueueAsync(JobCluster.Export.ToSource(), new() { ImportId = "click-1" });

        Assert.All(ids.Append(later), id => Assert.Equal("click-1", id));
        Assert.Single(await node.Jobs.ReadAsync(Cancellation));
        Assert.Equal(1, await cluster.CountFilesAsync(node));
        Assert.Single(await node.History.ReadAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task The_id_of_another_file_is_refused()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        await node.EnqueueAsync(JobCluster.Export.ToSource(), new() { ImportId = "click-1" });

        var refused = await Assert.ThrowsAsync<SellsyImportException>(() => node.EnqueueAsync(JobCluster.Other.ToSource(), new() { ImportId = "click-1" }));

        Assert.Equal(ErrorCodes.ImportIdTaken, refused.Code);
        Assert.Equal(1, await cluster.CountFilesAsync(node));
    }

    [Fact]
    public async Task The_id_of_an_import_under_another_policy_is_refused()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        await node.EnqueueAsync(JobCluster.Export.ToSource(), new() { ImportId = "click-1" });

        var refused = await Assert.ThrowsAsync<SellsyImportException>(() => node.EnqueueAsync(
            JobCluster.Export.ToSource(), new() { ImportId = "click-1", ExistingLeads = ExistingLeadPolicy.Overwrite }));

        Assert.Equal(ErrorCodes.ImportIdTaken, refused.Code);
    }

    [Fact]
    public async Task An_import_that_Quartz_could_not_store_is_not_enqueued_and_leaves_no_file()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        await cluster.QueryAsync("ALTER TABLE @jobs.qrtz_triggers RENAME TO elsewhere");

        await Assert.ThrowsAnyAsync<Exception>(() => node.EnqueueAsync(JobCluster.Export.ToSource(), new() { ImportId = "click-1" }));
        await cluster.QueryAsync("ALTER TABLE @jobs.elsewhere RENAME TO qrtz_triggers");

        Assert.Empty(await node.Jobs.ReadAsync(Cancellation));
        Assert.Equal(0, await cluster.CountFilesAsync(node));
    }

    [Fact]
    public async Task A_job_holds_the_id_of_its_import_and_nothing_else()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);

        await node.EnqueueAsync(JobCluster.Export.ToSource(), new() { ImportId = "click-1", Customer = "acme", StartedBy = "anne" });

        Assert.Equal(
            [["click-1", "customer:acme", null, null]],
            await cluster.QueryAsync("SELECT job_name, job_group, description, convert_from(job_data, 'UTF8') FROM @jobs.qrtz_job_details"));
    }

    [Fact]
    public async Task What_a_person_decided_is_kept_with_the_import()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync();
        var owner = JobCluster.Export.Users[0];
        var options = new ImportJobOptions { Preview = new() { Decisions = OwnerDecisions.None.ForUnknown(owner.Id) }, ExistingLeads = ExistingLeadPolicy.FillBlanks };

        var importId = await node.EnqueueAsync(JobCluster.WithUnknownOwner(), options);
        await node.Watch.DoneAsync(importId);

        var report = await node.History.ReadReportAsync(importId, Cancellation);
        Assert.Equal((0, ExistingLeadPolicy.FillBlanks), (report.Counts.Errors, report.Import.ExistingLeads));
    }

    [Fact]
    public async Task Corrections_are_refused_because_they_belong_to_a_plan()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        var source = JobCluster.Export.ToSource();
        var overview = await node.Importer.OpenAsync(source, Cancellation);
        var corrections = Corrections.None.WithCell(1, 0, "x");

        await Assert.ThrowsAsync<ArgumentException>(() => node.Jobs.EnqueueAsync(
            source, overview.Suggestion.Mapping, new() { Preview = new() { Corrections = corrections } }, Cancellation));
    }
}
