using Cadence.SellsyImport.Quartz.Tests.Support;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Cadence.SellsyImport.Quartz.Tests;

public sealed class SweepTests(JobServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_whose_job_is_gone_gets_one_again()
    {
        await using var cluster = new JobCluster(server);
        var web = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        var importId = await web.EnqueueAsync(JobCluster.Export.ToSource());
        await web.Scheduler.Clear(Cancellation);

        var worker = await cluster.StartAsync(options => options.SweepInterval = TimeSpan.FromSeconds(1));
        await worker.Watch.DoneAsync(importId);

        Assert.Contains(worker.Watch.Lines, line => line.StartsWith("306:", StringComparison.Ordinal));
        Assert.Equal(ImportJobState.Done, (await web.FindAsync(importId)).State);
    }

    /// <summary>As of a node that freezes within a transaction of Quartz: its server waits for it, and no other node gets a job.</summary>
    [Fact]
    public async Task A_silent_session_that_holds_the_locks_of_all_jobs_is_terminated()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.SweepInterval = TimeSpan.FromSeconds(1));
        await node.Watch.DoneAsync(await node.EnqueueAsync(JobCluster.Export.ToSource()));
        await using var silent = new NpgsqlConnection($"{server.ConnectionString};Pooling=false");
        await silent.OpenAsync(Cancellation);
        await using var transaction = await silent.BeginTransactionAsync(Cancellation);
        await using var hold = new NpgsqlCommand($"SELECT * FROM {cluster.Jobs}.qrtz_locks FOR UPDATE", silent, transaction);
        await hold.ExecuteNonQueryAsync(Cancellation);

        var importId = await node.EnqueueAsync(JobCluster.Other.ToSource());
        await node.Watch.DoneAsync(importId);

        Assert.Single(node.Watch.Lines, line => line.StartsWith("310:", StringComparison.Ordinal));
        await Assert.ThrowsAnyAsync<Exception>(() => transaction.CommitAsync(Cancellation));
    }

    [Fact]
    public async Task A_silent_session_that_holds_nothing_of_the_jobs_is_left_alone()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        await using var silent = new NpgsqlConnection($"{server.ConnectionString};Pooling=false");
        await silent.OpenAsync(Cancellation);
        await using var transaction = await silent.BeginTransactionAsync(Cancellation);
        await using var hold = new NpgsqlCommand($"CREATE TABLE {cluster.Jobs}_other (one int)", silent, transaction);
        await hold.ExecuteNonQueryAsync(Cancellation);

        var terminated = await node.Host.Services.GetRequiredService<JobRegistry>().TerminateSilentAsync(TimeSpan.Zero, Cancellation);

        Assert.Equal(0, terminated);
        await transaction.RollbackAsync(Cancellation);
    }

    [Fact]
    public async Task A_job_that_Quartz_gave_up_is_woken_up()
    {
        await using var cluster = new JobCluster(server);
        var web = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        var importId = await web.EnqueueAsync(JobCluster.Export.ToSource());
        await cluster.QueryAsync("UPDATE @jobs.qrtz_triggers SET trigger_state = 'ERROR'");

        await web.SweepAsync();

        Assert.Equal(TriggerState.Normal, await web.Scheduler.GetTriggerState(new ImportJobKey("", importId).Trigger, Cancellation));
    }

    [Fact]
    public async Task One_node_sweeps_in_an_interval()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        var registry = node.Host.Services.GetRequiredService<JobRegistry>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => registry.TakeSweepAsync(TimeSpan.FromMinutes(1), Cancellation)));

        Assert.Single(taken, isTaken => isTaken);
    }

    [Fact]
    public async Task A_file_is_deleted_with_its_job_when_its_term_has_ended_and_not_before()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync();
        var importId = await node.EnqueueAsync(JobCluster.Export.ToSource());
        await node.Watch.DoneAsync(importId);
        await node.SweepAsync();
        var before = await cluster.CountFilesAsync(node);

        await cluster.QueryAsync("UPDATE @jobs.import_jobs SET ended_at = ended_at - interval '31 days'");
        await cluster.QueryAsync("ALTER TABLE @leads.uploaded_files RENAME TO elsewhere");
        await node.SweepAsync();
        var jobs = await node.Jobs.ReadAsync(Cancellation);
        await cluster.QueryAsync("ALTER TABLE @leads.elsewhere RENAME TO uploaded_files");
        await node.SweepAsync();

        Assert.Single(jobs);
        Assert.Equal((1, 0), (before, await cluster.CountFilesAsync(node)));
        Assert.Empty(await node.Jobs.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task An_interrupted_import_that_was_not_enqueued_is_taken_up_where_its_file_is_known()
    {
        await using var cluster = new JobCluster(server);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, JobCluster.Export.ToBytes(), Cancellation);
        var node = await cluster.StartAsync();
        var source = ImportSource.FromFile(path);
        var overview = await node.Importer.OpenAsync(source, Cancellation);
        var plan = await node.Importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
        using var stop = new CancellationTokenSource();
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (value.RowsAdded > 0)
            {
                stop.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => node.Importer.AddAsync(source, plan, new() { ImportId = "by-hand", Customer = "acme" }, progress, stop.Token));

        await node.SweepAsync();
        await node.Watch.DoneAsync("by-hand");

        Assert.Equal(ImportState.Finished, (await node.History.ReadReportAsync("by-hand", Cancellation)).State);
        Assert.Equal("acme", (await node.FindAsync("by-hand")).Customer);
        File.Delete(path);
    }
}
