using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>From rows in memory to leads, against what CsvHelper alone needs to make the strings of the rows.</summary>
[MemoryDiagnoser]
public class MappingBenchmarks
{
    private TemporaryDatabase _database = null!;
    private ServiceProvider _services = null!;
    private IFieldMapper _mapper = null!;
    private SellsyRow[] _rows = [];
    private string _path = null!;

    [Params(10_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _path = BenchmarkExport.PathOf(Rows);
        _rows = BareLoops.Rows(_path);
        _database = new();
        _services = Hosts.Create(_database.Path);
        _mapper = _services.GetRequiredService<IFieldMapper>();
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
    public long Map()
    {
        long mapped = 0;
        foreach (var row in _rows)
        {
            mapped += _mapper.Map(row, BenchmarkExport.Mapping, ExportFacts.None).Lead is null ? 0 : 1;
        }

        return mapped;
    }

    [Benchmark]
    public long Suggest() => _mapper.Suggest(BenchmarkExport.Columns, []).Mapping.Assignments.Length;
}
