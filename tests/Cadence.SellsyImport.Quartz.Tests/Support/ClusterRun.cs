using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;

namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>Nodes of the sample on one database, and what they say.</summary>
internal sealed partial class ClusterRun(ServerProcess server, string database, string[] settings) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, NodeProcess> _nodes = [];
    private readonly Lock _lock = new();
    private readonly List<string> _log = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<string, (string Node, TimeSpan Since)> _running = [];
    private readonly Dictionary<string, TimeSpan> _lost = [];
    private IHost? _host;

    public string ConnectionString { get; } = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database }.ConnectionString;

    public IImportJobs Jobs => _host!.Services.GetRequiredService<IImportJobs>();

    public IReadOnlyDictionary<string, NodeProcess> Nodes => _nodes;

    /// <summary>From the end or the freeze of a node to the first batch that another one goes on with.</summary>
    public List<TimeSpan> Takeovers { get; } = [];

    public string TakeoverTimes =>
        $"Took over {Takeovers.Count} times, at most after {Takeovers.DefaultIfEmpty().Max()}: {string.Join(", ", Takeovers.Select(time => $"{time.TotalSeconds:0.0}"))} s";

    public async Task StartAsync()
    {
        await ExecuteAsync(server.ConnectionString, $"CREATE DATABASE {database}");
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<ICadenceUserProvider>(new Testing.FixedUserProvider(ClusterFiles.Users));
        builder.Services.AddSellsyImport().UsePostgreSql(ConnectionString).UseQuartzJobs(options => options.ImportsPerNode = 0);
        _host = builder.Build();
        await _host.StartAsync(CancellationToken.None);
    }

    public NodeProcess StartNode(string name, params string[] more) => _nodes[name] = new(
        name,
        [
            $"--Connection={ConnectionString}", .. settings, .. more, "--Users:1=Hélène Aubrac", "--Users:2=Thomas Leroy-Dumas", "--Users:3=Karim N'Daw",
            "--Users:4=No One",
        ],
        OnLine);

    /// <summary>Deletes all rows of Quartz, while the nodes work with them.</summary>
    public async Task EmptyQuartzAsync()
    {
        string[] tables = ["triggers", "fired_triggers", "job_details", "scheduler_state", "locks", "paused_trigger_grps", "calendars"];
        foreach (var table in tables)
        {
            while (!await IsEmptiedAsync(table))
            {
                Note("server", "chose this deletion in a deadlock with a node");
            }
        }
    }

    public async Task EnqueueAsync(IEnumerable<int> numbers, int rows, Func<int, string> customer)
    {
        foreach (var number in numbers)
        {
            await Jobs.EnqueueAsync(ClusterFiles.Of(number, rows), null, new() { ImportId = $"import-{number}", Customer = customer(number) }, CancellationToken.None);
        }
    }

    /// <summary>How many imports have ended; null while the server is away.</summary>
    public async Task<int?> CountEndedAsync()
    {
        try
        {
            var jobs = await Jobs.ReadAsync(CancellationToken.None);
            return jobs.Count(job => job.State != ImportJobState.Waiting);
        }
        catch (Exception exception) when (exception is SellsyImportException or SchedulerException or NpgsqlException)
        {
            return null;
        }
    }

    /// <summary>A node has stopped: what it ran is lost from now on, until another one goes on.</summary>
    public void Lose(string node)
    {
        lock (_lock)
        {
            foreach (var import in _running.Where(run => run.Value.Node == node).Select(run => run.Key).ToList())
            {
                _running.Remove(import);
                _lost[import] = _clock.Elapsed;
            }

            Note(node, "is lost");
        }
    }

    public void Note(string node, string text)
    {
        lock (_lock)
        {
            _log.Add($"{_clock.Elapsed:mm\\:ss\\.fff} {node}: {text}");
        }
    }

    public bool Runs(string node)
    {
        lock (_lock)
        {
            return _running.Values.Any(run => run.Node == node);
        }
    }

    /// <summary>Waits until a node runs an import.</summary>
    /// <returns>Whether it does; not if all imports have ended before.</returns>
    public async Task<bool> RunsSoonAsync(string node, int imports)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!Runs(node) && await CountEndedAsync() != imports)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return Runs(node);
    }

    /// <summary>
    /// Waits until every import that a lost node ran has gone on or ended: one whose last batch was stored already ends without a batch of its own.
    /// </summary>
    public async Task UntilGoneOnAsync()
    {
        var started = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await AnyIsLostAsync())
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            Assert.True(started.Elapsed < Patience, Log());
        }
    }

    public string Log()
    {
        lock (_lock)
        {
            return string.Join('\n', _log);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes.Values)
        {
            node.Dispose();
        }

        if (_host is not null)
        {
            await _host.StopAsync(CancellationToken.None);
            _host.Dispose();
        }
    }

    private async Task<bool> AnyIsLostAsync()
    {
        var jobs = await Jobs.ReadAsync(CancellationToken.None);
        lock (_lock)
        {
            return jobs.Any(job => job.State == ImportJobState.Waiting && _lost.ContainsKey(job.ImportId));
        }
    }

    private async Task<bool> IsEmptiedAsync(string table)
    {
        try
        {
            await ExecuteAsync(ConnectionString, $"TRUNCATE cadence_import_jobs.qrtz_{table} CASCADE");
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private void OnLine(string node, string line)
    {
        lock (_lock)
        {
            _log.Add($"{_clock.Elapsed:mm\\:ss\\.fff} {node}: {line}");
            if (Begun().Match(line) is { Success: true } begun)
            {
                var import = begun.Groups[1].Value;
                if (_lost.Remove(import, out var since))
                {
                    Takeovers.Add(_clock.Elapsed - since);
                }

                _running[import] = (node, _clock.Elapsed);
            }
            else if (Done().Match(line) is { Success: true } done)
            {
                _running.Remove(done.Groups[1].Value);
            }
        }
    }

    [GeneratedRegex(@"Import (import-\d+) (?:of \d+ rows started|continues after)")]
    private static partial Regex Begun();

    [GeneratedRegex(@"of import (import-\d+) (?:is done|has failed)")]
    private static partial Regex Done();
}
