namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>All runs of one work on one file.</summary>
/// <param name="Group">The group it belongs to.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Work">What was done.</param>
/// <param name="Temperature">Under which conditions.</param>
/// <param name="Rows">The rows of the file.</param>
/// <param name="Bytes">The size of the file.</param>
/// <param name="Samples">The runs, in order.</param>
internal sealed record Measurement(
    BenchmarkGroup Group, string File, string Work, Temperature Temperature, long Rows, long Bytes, IReadOnlyList<Sample> Samples)
{
    public Spread Wall => Spread.Of(Samples.Select(sample => sample.WallMilliseconds));

    public Spread Processor => Spread.Of(Samples.Select(sample => sample.ProcessorMilliseconds));

    public double AllocatedBytesPerRow => Spread.Of(Samples.Select(sample => (double)sample.AllocatedBytes)).Median / Rows;

    public long PeakBytes => Samples.Max(sample => sample.PeakBytes);
}
