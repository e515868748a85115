using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Cadence.SellsyImport.Proof.Changes.Stores;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>The command <c>changes</c>: how many runs, on which store, under which seed.</summary>
internal static class ChangesProgram
{
    private const int UsualRuns = 1_000;
    private const int FailuresShown = 3;

    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var runs = arguments.Length > 0 && !arguments[0].StartsWith("--", StringComparison.Ordinal) ? Number(arguments[0]) : UsualRuns;
        var store = Option(arguments, "--store") ?? "memory";
        var seed = Option(arguments, "--seed") is { } given ? Number(given) : Random.Shared.Next();
        var only = Option(arguments, "--run") is { } run ? Number(run) : (int?)null;
        output.WriteLine($"changes {runs} --store {store} --seed {seed}");
        var stores = await ChangedStores.OpenAsync(store).ConfigureAwait(false);
        if (stores is null)
        {
            output.WriteLine("No PostgreSQL server is installed, neither under /usr/lib/postgresql nor on the PATH.");
            return Environment.GetEnvironmentVariable("CADENCE_REQUIRE_POSTGRES") == "1" ? 1 : 0;
        }

        await using (stores.ConfigureAwait(false))
        {
            var clock = Stopwatch.StartNew();
            var failures = await RunAllAsync(stores, seed, only is { } one ? Enumerable.Range(one, 1) : Enumerable.Range(1, runs)).ConfigureAwait(false);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(only is null ? runs : 1)} runs in {clock.Elapsed.TotalSeconds:F1} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F1} s of processor; "
                + $"{failures.Count} broke a promise"));
            Show(failures, store, output);
            return failures.Count == 0 ? 0 : 1;
        }
    }

    /// <summary>Runs on two threads, each with a store of its own.</summary>
    public static async Task<IReadOnlyList<ChangesResult>> RunAllAsync(ChangedStores stores, int seed, IEnumerable<int> runs)
    {
        var waiting = new ConcurrentQueue<int>(runs);
        var failures = new ConcurrentBag<ChangesResult>();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(2, waiting.Count)).Select(_ => Task.Run(async () =>
        {
            using var store = stores.New();
            var folder = Directory.CreateTempSubdirectory("cadence-changes-").FullName;
            while (waiting.TryDequeue(out var run))
            {
                if (await ChangesRun.RunAsync(store, folder, seed, run).ConfigureAwait(false) is { Kind: not null } failure)
                {
                    failures.Add(failure);
                }
            }

            Directory.Delete(folder, recursive: true);
        }))).ConfigureAwait(false);
        return [.. failures.OrderBy(failure => failure.Run)];
    }

    private static void Show(IReadOnlyList<ChangesResult> failures, string store, TextWriter output)
    {
        foreach (var kind in failures.GroupBy(failure => failure.Kind).OrderByDescending(kind => kind.Count()))
        {
            output.WriteLine($"  {kind.Count()} {kind.Key}: runs {string.Join(", ", kind.Take(10).Select(failure => failure.Run))}");
        }

        foreach (var failure in failures.Take(FailuresShown))
        {
            output.WriteLine();
            output.WriteLine($"seed {failure.Seed}, run {failure.Run}: {failure.Message}");
            foreach (var step in failure.Steps)
            {
                output.WriteLine($"  {step}");
            }

            output.WriteLine($"Repeat it: changes --store {store} --seed {failure.Seed} --run {failure.Run}");
        }
    }

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var place && place + 1 < arguments.Length ? arguments[place + 1] : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
