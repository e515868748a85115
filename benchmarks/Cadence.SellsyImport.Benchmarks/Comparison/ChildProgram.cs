using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>A child process that runs works on one file in alternation and writes their samples as JSON.</summary>
internal static class ChildProgram
{
    public const string Argument = "--child";

    private const int MostWarmUps = 10;

    /// <param name="arguments">The argument itself, path, encoding, rows, runs, milliseconds to warm up each work, names of works.</param>
    /// <param name="output">Where the samples are written: a list for each work.</param>
    public static async Task RunAsync(string[] arguments, TextWriter output)
    {
        var (path, encoding) = (arguments[1], Enum.Parse<SellsyExportEncoding>(arguments[2]));
        var (rows, runs) = (long.Parse(arguments[3], CultureInfo.InvariantCulture), int.Parse(arguments[4], CultureInfo.InvariantCulture));
        var warmUp = int.Parse(arguments[5], CultureInfo.InvariantCulture);
        var works = arguments[6..].Select(Work.Named).ToArray();
        foreach (var work in works)
        {
            await WarmUpAsync(() => MeasureAsync(work, path, encoding, rows), warmUp);
        }

        var samples = works.Select(_ => new List<Sample>()).ToArray();
        for (var run = 0; run < runs; run++)
        {
            for (var work = 0; work < works.Length; work++)
            {
                samples[work].Add(await MeasureAsync(works[work], path, encoding, rows));
            }
        }

        await output.WriteLineAsync(JsonSerializer.Serialize(samples));
    }

    private static async Task WarmUpAsync(Func<Task<Sample>> measureAsync, int milliseconds)
    {
        var spent = 0.0;
        for (var run = 0; run < MostWarmUps && spent < milliseconds; run++)
        {
            spent += (await measureAsync()).ProcessorMilliseconds;
        }
    }

    private static async Task<Sample> MeasureAsync(Work work, string path, SellsyExportEncoding encoding, long rowsOfFile)
    {
        using var database = new TemporaryDatabase();
        var runAsync = await work.PrepareAsync(path, encoding, database.Path);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var rows = await runAsync();
        var wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        using var process = Process.GetCurrentProcess();

        // A missing quote can make one record of several lines, so damaged files have no exact number of rows for CsvHelper.
        return rows > 0.9 * work.RowsOf(rowsOfFile)
            ? new(wall, used, allocated, process.PeakWorkingSet64)
            : throw new InvalidOperationException($"{work.Name}: {rows} rows came through, {work.RowsOf(rowsOfFile)} were expected.");
    }
}
