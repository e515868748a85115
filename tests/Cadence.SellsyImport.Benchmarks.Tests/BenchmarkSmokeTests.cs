using System.Reflection;
using BenchmarkDotNet.Attributes;
using Xunit;

namespace Cadence.SellsyImport.Benchmarks.Tests;

/// <summary>Runs every benchmark once, on a tiny file, so that none is found broken only when somebody measures.</summary>
public sealed class BenchmarkSmokeTests
{
    private const int Rows = 50;

    [Theory]
    [InlineData(typeof(ReadingBenchmarks), 4)]
    [InlineData(typeof(MappingBenchmarks), 3)]
    [InlineData(typeof(PreviewBenchmarks), 2)]
    [InlineData(typeof(ImportBenchmarks), 2)]
    public async Task Every_benchmark_of_a_class_runs_once(Type type, int expected)
    {
        var counts = await RunAllAsync(type);

        Assert.Equal(expected, counts.Count);
        Assert.All(counts, count => Assert.True(count.Value == Rows || count.Key == nameof(MappingBenchmarks.Suggest), $"{count.Key}: {count.Value}"));
        Assert.All(counts, count => Assert.True(count.Value > 0, count.Key));
    }

    [Fact]
    public void No_benchmark_class_is_left_out()
    {
        var classes = typeof(Hosts).Assembly.GetTypes().Where(type => BenchmarksOf(type).Count > 0).Select(type => type.Name);

        Assert.Equal(
            [nameof(ImportBenchmarks), nameof(MappingBenchmarks), nameof(PreviewBenchmarks), nameof(ReadingBenchmarks)],
            classes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_bare_loops_go_through_all_rows()
    {
        var path = BenchmarkExport.PathOf(Rows);

        Assert.Equal(Rows, BareLoops.Walk(path));
        Assert.Equal(Rows, BareLoops.Spans(path));
        Assert.Equal(Rows, BareLoops.Strings(path));
        Assert.Equal(Rows, BareLoops.Rows(path).Length);
        Assert.Equal(18, BenchmarkExport.Mapping.Columns.Count);
        Assert.Equal(36, BenchmarkExport.Columns.Length);
    }

    private static async Task<Dictionary<string, long>> RunAllAsync(Type type)
    {
        var instance = Activator.CreateInstance(type)!;
        var counts = new Dictionary<string, long>();
        type.GetProperty("Rows")!.SetValue(instance, Rows);
        Call<GlobalSetupAttribute>(type, instance);
        foreach (var benchmark in BenchmarksOf(type))
        {
            Call<IterationSetupAttribute>(type, instance);
            var result = benchmark.Invoke(instance, null);
            counts.Add(benchmark.Name, result is Task<long> task ? await task : (long)result!);
            Call<IterationCleanupAttribute>(type, instance);
        }

        Call<GlobalCleanupAttribute>(type, instance);
        return counts;
    }

    private static List<MethodInfo> BenchmarksOf(Type type) =>
        [.. type.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute)))];

    private static void Call<TAttribute>(Type type, object instance)
        where TAttribute : Attribute
    {
        foreach (var method in type.GetMethods().Where(method => method.IsDefined(typeof(TAttribute))))
        {
            method.Invoke(instance, null);
        }
    }
}
