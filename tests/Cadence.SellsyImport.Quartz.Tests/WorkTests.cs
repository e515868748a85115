using Cadence.SellsyImport.Quartz.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Quartz.Tests;

public sealed class WorkTests(JobServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_that_fails_each_time_ends_as_failed_with_its_reason()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.MaxAttempts = 3, Users((_, _) => throw ScriptedUsers.Failure));

        var importId = await node.EnqueueAsync(JobCluster.Export.ToSource());
        await node.Watch.DoneAsync(importId);

        var job = await node.FindAsync(importId);
        Assert.Equal((ImportJobState.Failed, 3, ErrorCodes.UsersUnreadable), (job.State, job.Attempts, job.Reason));
        Assert.Equal(ScriptedUsers.Failure.Message, ImportTexts.English.ErrorText(job.Reason!, job.ReasonArguments));
        Assert.NotNull(job.EndedAt);
        Assert.Equal(2, node.Watch.Lines.Count(line => line.StartsWith("303:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_failed_import_is_tried_again_when_it_is_enqueued_again()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.MaxAttempts = 1, Users((call, _) => call == 1 ? throw ScriptedUsers.Failure : Task.CompletedTask));
        await node.EnqueueAsync(JobCluster.Export.ToSource(), new() { ImportId = "click-1" });
        await node.Watch.DoneAsync("click-1");
        var failed = await node.FindAsync("click-1");

        await node.EnqueueAsync(JobCluster.Export.ToSource(), new() { ImportId = "click-1" });
        await node.Watch.EventAsync(301, "click-1");

        Assert.Equal(ImportJobState.Failed, failed.State);
        Assert.Equal((ImportJobState.Done, null), await StateOfAsync(node, "click-1"));
    }

    [Fact]
    public async Task An_import_is_undone_as_a_job()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync();
        var importId = await node.EnqueueAsync(JobCluster.Export.ToSource());
        await node.Watch.DoneAsync(importId);

        await node.Jobs.UndoAsync(importId, cancellationToken: Cancellation);
        await node.Watch.UndoneAsync(importId);

        Assert.Equal(ImportState.Undone, (await node.History.ReadAsync(Cancellation).SingleAsync(Cancellation)).State);
        Assert.Equal([[0L]], await cluster.QueryAsync("SELECT count(*) FROM @leads.leads"));
    }

    [Fact]
    public async Task An_import_that_waits_is_cancelled_and_never_starts()
    {
        await using var cluster = new JobCluster(server);
        var web = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        var importId = await web.EnqueueAsync(JobCluster.Export.ToSource());

        await web.Jobs.CancelAsync(importId, cancellationToken: Cancellation);
        var worker = await cluster.StartAsync();
        await worker.Watch.DoneAsync(importId);

        Assert.Empty(await web.History.ReadAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal((ImportWork.Cancel, ImportJobState.Done), ((await web.FindAsync(importId)).Work, (await web.FindAsync(importId)).State));
    }

    [Fact]
    public async Task An_import_that_runs_on_another_node_is_cancelled_between_two_batches()
    {
        await using var cluster = new JobCluster(server);
        var users = new ScriptedUsers((_, token) => ScriptedUsers.ForeverAsync(token));
        var worker = await cluster.StartAsync(services: services => services.AddSingleton<ICadenceUserProvider>(users));
        var web = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        var importId = await web.EnqueueAsync(JobCluster.Export.ToSource());
        await users.Asked;

        await web.Jobs.CancelAsync(importId, cancellationToken: Cancellation);
        await worker.Watch.DoneAsync(importId);

        Assert.Equal((ImportWork.Cancel, ImportJobState.Done), ((await web.FindAsync(importId)).Work, (await web.FindAsync(importId)).State));
        Assert.Equal([[0L]], await cluster.QueryAsync("SELECT count(*) FROM @leads.leads"));
    }

    [Fact]
    public async Task A_long_import_gives_way_after_its_slice_and_still_ends_once()
    {
        await using var cluster = new JobCluster(server);
        var users = new ScriptedUsers((call, token) => call == 2 ? ScriptedUsers.ForeverAsync(token) : Task.CompletedTask);
        var node = await cluster.StartAsync(options => options.Slice = TimeSpan.FromSeconds(1), services => services.AddSingleton<ICadenceUserProvider>(users));

        var importId = await node.EnqueueAsync(JobCluster.Export.ToSource());
        await node.Watch.DoneAsync(importId);

        Assert.Equal((ImportJobState.Done, null), await StateOfAsync(node, importId));
        Assert.Equal(300, (await node.History.ReadReportAsync(importId, Cancellation)).Counts.Read);
        Assert.True(users.Calls > 1);
        Assert.Equal(0, (await node.FindAsync(importId)).Attempts - 1);
    }

    private static Action<IServiceCollection> Users(Func<int, CancellationToken, Task> call) =>
        services => services.AddSingleton<ICadenceUserProvider>(new ScriptedUsers(call));

    private static async Task<(ImportJobState State, string? Reason)> StateOfAsync(JobNode node, string importId)
    {
        var job = await node.FindAsync(importId);
        return (job.State, job.Reason);
    }
}
