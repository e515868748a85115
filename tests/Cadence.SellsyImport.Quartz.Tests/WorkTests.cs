using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
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

    [Fact]
    public async Task A_job_obeys_what_a_person_decided_about_matches()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(services: services => services.AddSingleton<ILeadMatcher>(new OneLeadMatcher("900001")));
        await node.Watch.DoneAsync(await node.EnqueueAsync(Contact("900001")));

        var undecided = await node.EnqueueAsync(Contact("900002"));
        await node.Watch.DoneAsync(undecided);
        var decided = await node.EnqueueAsync(Contact("900002"), new() { Preview = new() { MatchDecisions = MatchDecisions.None.ForOthers(MatchDecision.New) } });
        await node.Watch.DoneAsync(decided);

        Assert.Equal((0, 1), (await AddedAsync(node, undecided), await AddedAsync(node, decided)));
    }

    [Fact]
    public async Task A_job_writes_leads_of_the_account_that_its_file_is_of()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync();

        var importId = await node.EnqueueAsync(Contact("900001"), new() { ImportId = "click-1", Preview = new() { SellsyAccount = "south" } });
        await node.Watch.DoneAsync(importId);

        Assert.Equal([["south"]], await cluster.QueryAsync("SELECT sellsy_account FROM @leads.leads"));
        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            () => node.EnqueueAsync(Contact("900001"), new() { ImportId = "click-1", Preview = new() { SellsyAccount = "north" } }));
        Assert.Equal(ErrorCodes.ImportIdTaken, exception.Code);
    }

    private static ImportSource Contact(string id)
    {
        var owner = JobCluster.Export.Users.First();
        return ImportSource.FromBytes(
            "contacts.csv", Encoding.UTF8.GetBytes($"ID Sellsy;Prénom;Nom;Propriétaire\n{id};Ada;Example;{owner.FirstName} {owner.LastName}\n"));
    }

    private static async Task<long> AddedAsync(JobNode node, string importId) => (await node.History.ReadReportAsync(importId, Cancellation)).Counts.Added;

    private static Action<IServiceCollection> Users(Func<int, CancellationToken, Task> call) =>
        services => services.AddSingleton<ICadenceUserProvider>(new ScriptedUsers(call));

    private static async Task<(ImportJobState State, string? Reason)> StateOfAsync(JobNode node, string importId)
    {
        var job = await node.FindAsync(importId);
        return (job.State, job.Reason);
    }

    /// <summary>Matches every contact to one lead.</summary>
    private sealed class OneLeadMatcher(string existing) : ILeadMatcher
    {
        public string Name => "one lead";

        public string Version => "1";

        // Before that lead is in the store there is nothing to match.
        public ValueTask<ImmutableArray<string?>> MatchAsync(
            string sellsyAccount, ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default) =>
            new([.. leads.Select(lead => lead.Lead.SellsyContactId == existing ? null : existing)]);
    }
}
