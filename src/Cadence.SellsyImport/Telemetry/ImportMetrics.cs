using System.Diagnostics.Metrics;

namespace Cadence.SellsyImport.Telemetry;

/// <summary>The metrics, named and measured after OpenTelemetry's rules; <c>docs/operations.md</c> lists them.</summary>
internal sealed class ImportMetrics : IDisposable
{
    private static readonly InstrumentAdvice<double> ShortTimes = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };
    private static readonly InstrumentAdvice<double> LongTimes = new() { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600] };

    private readonly Meter? _own;

    /// <param name="factory">Creates the meter and owns it, as in a host that has called <c>AddMetrics</c>; without one the meter is this object's own.</param>
    public ImportMetrics(IMeterFactory? factory)
    {
        var options = new MeterOptions(SellsyImportTelemetry.MeterName) { Version = ImportTelemetry.Version };
        var meter = factory?.Create(options) ?? (_own = new Meter(options));
        OperationDuration = meter.CreateHistogram(
            "cadence.sellsy_import.operation.duration", "s", "How long a preview, an import or an undo took.", tags: null, LongTimes);
        BatchDuration = meter.CreateHistogram("cadence.sellsy_import.batch.duration", "s", "How long the store took for a batch.", tags: null, ShortTimes);
        Rows = meter.CreateCounter<long>("cadence.sellsy_import.rows", "{row}", "The rows that an import has given their outcome.");
        RowErrors = meter.CreateCounter<long>("cadence.sellsy_import.row.errors", "{error}", "The errors of the rows of finished imports.");
        Bytes = meter.CreateCounter<long>("cadence.sellsy_import.io", "By", "The bytes of the files that were previewed or added.");
    }

    public Histogram<double> OperationDuration { get; }

    public Histogram<double> BatchDuration { get; }

    public Counter<long> Rows { get; }

    public Counter<long> RowErrors { get; }

    public Counter<long> Bytes { get; }

    public void Dispose() => _own?.Dispose();
}
