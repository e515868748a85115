using System.Diagnostics;
using Npgsql;

namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>What happens to the nodes and the server, one thing after another, until all imports have ended.</summary>
/// <param name="run">The nodes.</param>
/// <param name="server">The server.</param>
/// <param name="random">Decides what happens.</param>
/// <param name="longest">A node is frozen for longer than that.</param>
internal sealed class Disturbance(ClusterRun run, ServerProcess server, Random random, TimeSpan longest)
{
    private const string Nothing = "nothing";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(25);

    private readonly SortedDictionary<string, int> _counts = [];
    private readonly HashSet<string> _frozen = [];

    /// <summary>How many things have happened.</summary>
    public int Count => _counts.Where(count => count.Key != Nothing).Sum(count => count.Value);

    /// <summary>How many things happen at most.</summary>
    public int Events { get; init; } = int.MaxValue;

    public override string ToString() => string.Join(", ", _counts.Select(count => $"{count.Value} × {count.Key}"));

    public async Task UntilAsync(int imports)
    {
        var started = Stopwatch.StartNew();
        var thawing = new List<Task>();
        var ended = -1;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        for (var tick = 0; ended < imports; tick++)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            ended = await run.CountEndedAsync() ?? ended;
            Assert.True(started.Elapsed < Patience, $"{ended} of {imports} imports have ended after {started.Elapsed}; {this}\n{run.Log()}");
            if (tick % 4 == 3 && _counts.Values.Sum() < Events && ended < imports)
            {
                await DisturbAsync(thawing);
            }
        }

        await Task.WhenAll(thawing);
    }

    private async Task DisturbAsync(List<Task> thawing)
    {
        var node = run.Nodes.Keys.Except(_frozen).Order(StringComparer.Ordinal).ElementAt(random.Next(run.Nodes.Count - _frozen.Count));
        switch (random.Next(8))
        {
            case 0 or 1:
                Note("kill -9", node);
                await run.Nodes[node].KillAsync();
                run.Lose(node);
                run.StartNode(node);
                break;
            case 2 when _frozen.Count == 0:
            case 3 when _frozen.Count == 0:
                Note("frozen", node);
                _frozen.Add(node);
                await run.Nodes[node].FreezeAsync();
                run.Lose(node);
                thawing.Add(ThawAsync(node));
                break;
            case 4:
                Note("stopped", node);
                await run.Nodes[node].StopAsync();
                run.Lose(node);
                run.StartNode(node);
                break;
            case 5:
                Note("clock 5 s off", node);
                await run.Nodes[node].KillAsync();
                run.Lose(node);
                run.StartNode(node, $"--Clock={(random.Next(2) == 0 ? "" : "-")}00:00:05");
                break;
            case 6:
                Note("server restart", "server");
                server.Kill();
                await server.StartAsync();
                NpgsqlConnection.ClearAllPools();
                break;
            default:
                Note(Nothing, node);
                break;
        }
    }

    private async Task ThawAsync(string node)
    {
        await Task.Delay(longest + TimeSpan.FromSeconds(2), CancellationToken.None);
        await run.Nodes[node].ThawAsync();
        run.Note(node, "is thawed");
        _frozen.Remove(node);
    }

    private void Note(string what, string node)
    {
        _counts[what] = _counts.GetValueOrDefault(what) + 1;
        run.Note(node, what);
    }
}
