using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Compares the importer with CsvHelper's bare loops and the databases' own loaders on one whole file, in one process.</summary>
internal static class ComparisonProgram
{
    public const int MostWarmUps = 10;
    private const double EnoughToWarmUp = 4_000;

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (ComparisonOptions.Parse(arguments) is not { } options)
        {
            await errors.WriteLineAsync(ComparisonOptions.Usage);
            return 2;
        }

        var path = BenchmarkExport.PathOf(options.Rows);
        await using var server = new PostgreSqlServer();
        if (server.Missing is { } missing)
        {
            await errors.WriteLineAsync(missing);
        }

        var contestants = Contestants.For(path, options.Only, server);
        if (contestants.Count == 0)
        {
            await errors.WriteLineAsync($"No contestant has \"{options.Only}\" in its name.");
            return 2;
        }

        var times = await MeasureAsync(contestants, options);
        var result = new ComparisonResult
        {
            Commit = options.Commit,
            Date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Sdk = options.Sdk,
            Runtime = RuntimeInformation.FrameworkDescription,
            Processor = Machine.Processor,
            Cores = Environment.ProcessorCount,
            Sqlite3 = SqliteShell.Version,
            PostgreSql = server.Version,
            Rows = options.Rows,
            Bytes = new FileInfo(path).Length,
            Runs = options.Runs,
            PeakWorkingSetBytes = Process.GetCurrentProcess().PeakWorkingSet64,
            Measurements = [.. contestants.Select((contestant, index) => new Measurement(contestant.Name, contestant.RowsOf(options.Rows), times[index]))],
        };
        await output.WriteAsync(ComparisonTable.ToMarkdown(result));
        if (options.Output is { } folder)
        {
            await SaveAsync(result, folder);
        }

        return 0;
    }

    private static async Task<List<double>[]> MeasureAsync(IReadOnlyList<Contestant> contestants, ComparisonOptions options)
    {
        foreach (var contestant in contestants)
        {
            await WarmUpAsync(contestant, options.Rows);
        }

        var times = contestants.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < options.Runs; round++)
        {
            for (var contestant = 0; contestant < contestants.Count; contestant++)
            {
                times[contestant].Add(await TimeAsync(contestants[contestant], options.Rows));
            }
        }

        return times;
    }

    /// <summary>Runs it until its methods are compiled for good, which takes some seconds: one import, or several readings.</summary>
    private static async Task WarmUpAsync(Contestant contestant, long rows)
    {
        var milliseconds = 0.0;
        for (var run = 0; run < MostWarmUps && milliseconds < EnoughToWarmUp; run++)
        {
            milliseconds += await TimeAsync(contestant, rows);
        }
    }

    private static async Task<double> TimeAsync(Contestant contestant, long rowsOfFile)
    {
        var expectedRows = contestant.RowsOf(rowsOfFile);
        using var database = new TemporaryDatabase();
        var runAsync = await contestant.PrepareAsync(database.Path);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        var rows = await runAsync();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return rows == expectedRows
            ? elapsed
            : throw new InvalidOperationException($"{contestant.Name}: {rows} rows came through, {expectedRows} were expected.");
    }

    private static async Task SaveAsync(ComparisonResult result, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, Machine.Folder)).FullName;
        await File.WriteAllTextAsync(Path.Combine(target, $"{result.Date}.md"), ComparisonTable.ToMarkdown(result));
        await File.WriteAllTextAsync(Path.Combine(target, $"{result.Date}.json"), ComparisonTable.ToJson(result));
    }
}
