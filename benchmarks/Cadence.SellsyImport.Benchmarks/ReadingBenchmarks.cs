using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>From bytes to rows of the mapped columns, against what CsvHelper alone needs for them.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
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

    [Benchmark]
    public long CsvHelperWalk() => BareLoops.Walk(_path);

    [Benchmark]
    public long CsvHelperSpans() => BareLoops.Spans(_path);

    [Benchmark(Baseline = true)]
    public long CsvHelperStrings() => BareLoops.Strings(_path);

    [Benchmark]
    public Task<long> ReadRows() => Imports.ReadRowsAsync(_services, _path);
}
