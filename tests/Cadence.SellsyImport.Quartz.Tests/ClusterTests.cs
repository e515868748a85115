using System.Globalization;
using Cadence.SellsyImport.Quartz.Tests.Support;

namespace Cadence.SellsyImport.Quartz.Tests;

/// <summary>
/// Three processes that look like three machines, and what can happen to them. CADENCE_CLUSTER_IMPORTS=200 runs 200 imports; CADENCE_SEED repeats what happened.
/// </summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    private static readonly string[] Settings =
    [
        $"--Jobs:CheckInInterval={CheckIn:c}", $"--Jobs:Grace={Grace:c}", "--Jobs:IdleWait=00:00:01", "--Jobs:SweepInterval=00:00:03", "--Jobs:ImportsPerNode=2",
        "--Jobs:ImportsPerCustomer=3", "--Jobs:MaxAttempts=20", $"--SellsyImport:LeaseDuration={Lease:c}", "--SellsyImport:BatchSize=20", "--LockTimeout=00:00:02",
    ];

    [Fact]
    public async Task Every_import_ends_once_whatever_happens_to_nodes_and_server_and_as_in_a_quiet_run()
    {
        var imports = int.Parse(Environment.GetEnvironmentVariable("CADENCE_CLUSTER_IMPORTS") ?? "10", CultureInfo.InvariantCulture);
        var rows = imports > 10 ? 300 : 1_500;
        var seed = int.Parse(Environment.GetEnvironmentVariable("CADENCE_SEED") ?? $"{Random.Shared.Next()}", CultureInfo.InvariantCulture);
        output.WriteLine($"CADENCE_SEED={seed}");
        await using var server = await ServerProcess.StartNewAsync(JobServer.RequireBinaries(), ServerProcess.OfTests);
        var quiet = await QuietAsync(server, imports, rows);

        await using var run = new ClusterRun(server, "disturbed", Settings);
        await run.StartAsync();
        foreach (var node in new[] { "a", "b", "c" })
        {
            run.StartNode(node);
        }

        await run.EnqueueAsync(Enumerable.Range(1, imports), rows, CustomerOf);
        var disturbance = new Disturbance(run, server, new Random(seed), Grace + Lease);
        await disturbance.UntilAsync(imports);

        output.WriteLine($"{disturbance}");
        output.WriteLine(run.TakeoverTimes);
        Assert.True(disturbance.Count > 0, "Nothing happened.");
        AssertAllDone(run, await run.Jobs.ReadAsync(TestContext.Current.CancellationToken), imports);
        Assert.Equal(quiet, await ClusterDump.OfAsync(run.ConnectionString));
    }

    /// <summary>One node after another is killed or frozen while the threads of all are full; then nothing else happens until its imports have gone on.</summary>
    [Fact]
    public async Task The_imports_of_a_node_that_ends_or_freezes_go_on_elsewhere()
    {
        const int Imports = 200;
        await using var server = await ServerProcess.StartNewAsync(JobServer.RequireBinaries(), ServerProcess.OfTests);
        await using var run = new ClusterRun(server, "taken_over", Settings);
        await run.StartAsync();
        string[] nodes = ["a", "b", "c"];
        foreach (var node in nodes)
        {
            run.StartNode(node);
        }

        await run.EnqueueAsync(Enumerable.Range(1, Imports), 1_500, CustomerOf);
        for (var round = 0; round < 6; round++)
        {
            var node = nodes[round % nodes.Length];
            if (!await run.RunsSoonAsync(node, Imports))
            {
                break;
            }

            if (round % 2 == 0)
            {
                await run.Nodes[node].KillAsync();
                run.Lose(node);
                await run.UntilGoneOnAsync();
                run.StartNode(node);
            }
            else
            {
                await run.Nodes[node].FreezeAsync();
                run.Lose(node);
                await run.UntilGoneOnAsync();
                await run.Nodes[node].ThawAsync();
            }
        }

        await new Disturbance(run, server, new Random(0), TimeSpan.Zero) { Events = 0 }.UntilAsync(Imports);
        output.WriteLine($"Check-in, grace, lease and 3 s: {(CheckIn + Grace + Lease).TotalSeconds + 3} s. {run.TakeoverTimes}");
        Assert.NotEmpty(run.Takeovers);
        AssertAllDone(run, await run.Jobs.ReadAsync(TestContext.Current.CancellationToken), Imports);
    }

    [Fact]
    public async Task Every_import_ends_although_all_rows_of_Quartz_are_deleted_meanwhile()
    {
        const int Imports = 6;
        await using var server = await ServerProcess.StartNewAsync(JobServer.RequireBinaries(), ServerProcess.OfTests);
        await using var run = new ClusterRun(server, "emptied", Settings);
        await run.StartAsync();
        run.StartNode("a");
        run.StartNode("b");
        await run.EnqueueAsync(Enumerable.Range(1, Imports), 400, CustomerOf);

        await run.EmptyQuartzAsync();
        await new Disturbance(run, server, new Random(0), TimeSpan.Zero) { Events = 0 }.UntilAsync(Imports);

        AssertAllDone(run, await run.Jobs.ReadAsync(TestContext.Current.CancellationToken), Imports);
    }

    private static string CustomerOf(int number) => number % 2 == 0 ? "acme" : "initech";

    private static async Task<List<string>> QuietAsync(ServerProcess server, int imports, int rows)
    {
        await using var run = new ClusterRun(server, "quiet", Settings);
        await run.StartAsync();
        run.StartNode("q");
        await run.EnqueueAsync(Enumerable.Range(1, imports), rows, CustomerOf);
        await new Disturbance(run, server, new Random(0), TimeSpan.Zero) { Events = 0 }.UntilAsync(imports);
        AssertAllDone(run, await run.Jobs.ReadAsync(TestContext.Current.CancellationToken), imports);
        return await ClusterDump.OfAsync(run.ConnectionString);
    }

    private static void AssertAllDone(ClusterRun run, IReadOnlyList<ImportJobInfo> jobs, int imports)
    {
        var others = jobs.Where(job => job.State != ImportJobState.Done).ToList();
        Assert.True(jobs.Count == imports && others.Count == 0, $"{jobs.Count} jobs; not done: {string.Join(", ", others)}\n{run.Log()}");
    }
}
