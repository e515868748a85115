namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>What a contestant needed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The rows that it gave.</param>
/// <param name="Milliseconds">The times of its runs, in order; the warm-up is not among them.</param>
internal sealed record Measurement(string Name, long Rows, IReadOnlyList<double> Milliseconds)
{
    public double Median
    {
        get
        {
            var sorted = Milliseconds.Order().ToArray();
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }
}
