namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>How the processor time of a kind grows.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Sizes">The sizes that were measured; fewer than asked for where one took too long.</param>
/// <param name="Times">The processor time of each size.</param>
/// <param name="Counted">Whether the times of each doubling are long enough to judge it.</param>
internal sealed record GrowthResult(GrowthKind Kind, int[] Sizes, TimeSpan[] Times, bool[] Counted)
{
    /// <summary>How many times as long each size takes as the one before.</summary>
    public double[] Ratios => [.. Times.Zip(Times.Skip(1), (before, after) => after / before)];

    /// <summary>The ratio of the doubling that costs the most among those that count; 0 where none does.</summary>
    public double Worst => Ratios.Zip(Counted, (ratio, counts) => counts ? ratio : 0).DefaultIfEmpty().Max();

    /// <summary>The ratio of the doubling that costs the most.</summary>
    public double Greatest => Ratios.DefaultIfEmpty().Max();
}
