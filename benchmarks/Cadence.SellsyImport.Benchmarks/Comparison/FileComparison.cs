using System.Globalization;
using System.Text.Json;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Compares works on one file, cold and warm. All runs alternate.</summary>
internal static class FileComparison
{
    private const string Program = "Cadence.SellsyImport.Benchmarks.dll";

    public static async Task<IReadOnlyList<Measurement>> ColdAndWarmAsync(BenchmarkFile file, ComparisonOptions options)
    {
        string[] works = [Work.Strings, Work.Preview];
        var cold = works.Select(_ => new List<Sample>()).ToArray();
        for (var run = 0; run < options.Runs; run++)
        {
            for (var work = 0; work < works.Length; work++)
            {
                cold[work].AddRange((await RunAsync(file, options, runs: 1, warmUp: 0, works[work]))[0]);
            }
        }

        return [.. Measurements(file, file.Group, options, Temperature.Cold, works, cold), .. await WarmAsync(file, file.Group, options, works)];
    }

    public static Task<IReadOnlyList<Measurement>> PartsAsync(BenchmarkFile file, ComparisonOptions options) =>
        WarmAsync(file, BenchmarkGroup.Parts, options, [.. Work.All.Select(work => work.Name)]);

    private static async Task<IReadOnlyList<Measurement>> WarmAsync(
        BenchmarkFile file, BenchmarkGroup group, ComparisonOptions options, string[] works) =>
        Measurements(file, group, options, Temperature.Warm, works, await RunAsync(file, options, options.Runs, options.WarmUpMilliseconds, works));

    private static async Task<IReadOnlyList<Sample>[]> RunAsync(
        BenchmarkFile file, ComparisonOptions options, int runs, int warmUp, params string[] works)
    {
        string[] arguments =
        [
            ChildProgram.Argument, file.PathOf(options.Rows), file.Options.Encoding.ToString(), Text(options.Rows), Text(runs), Text(warmUp), .. works,
        ];
        var (_, output) = await ChildProcess.RunAsync(ChildProcess.Dotnet(Program, arguments));
        return JsonSerializer.Deserialize<Sample[][]>(output)!;
    }

    private static Measurement[] Measurements(
        BenchmarkFile file, BenchmarkGroup group, ComparisonOptions options, Temperature temperature, string[] works, IReadOnlyList<Sample>[] samples)
    {
        var bytes = new FileInfo(file.PathOf(options.Rows)).Length;
        return [.. works.Select((work, index) => new Measurement(group, file.Name, work, temperature, options.Rows, bytes, samples[index]))];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
