using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>The finished preview of a whole file, against what CsvHelper alone needs for its strings.</summary>
[MemoryDiagnoser]
public class PreviewBenchmarks
{
    private TemporaryDatabase _database = null!;
    private ServiceProvider _services = null!;
    private string _path = null!;

    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _path = BenchmarkExport.PathOf(Rows);
        _database = new();
        _services = Hosts.Create(_database.Path);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _services.Dispose();
        _database.Dispose();
    }

    [Benchmark(Baseline = true)]
    public long CsvHelperStrings() => BareLoops.Strings(_path);

    [Benchmark]
    public Task<long> Preview() => Imports.PreviewAsync(_services, _path);
}
