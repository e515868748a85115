namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>The minimum and the median of several figures.</summary>
internal readonly record struct Spread(double Least, double Median)
{
    public static Spread Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return new(sorted[0], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
    }
}
