using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>Preview and import of a whole file into a new SQLite database, against what CsvHelper alone needs for its strings.</summary>
[MemoryDiagnoser]
public class ImportBenchmarks
{
    private TemporaryDatabase _database = null!;
    private ServiceProvider _services = null!;
    private string _path = null!;

    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup() => _path = BenchmarkExport.PathOf(Rows);

    [IterationSetup]
    public void CreateDatabase()
    {
        _database = new();
        _services = Hosts.Create(_database.Path);
    }

    [IterationCleanup]
    public void DeleteDatabase()
    {
        _services.Dispose();
        _database.Dispose();
    }

    [Benchmark(Baseline = true)]
    public long CsvHelperStrings() => BareLoops.Strings(_path);

    [Benchmark]
    public Task<long> Import() => Imports.ImportAsync(_services, _path);
}
