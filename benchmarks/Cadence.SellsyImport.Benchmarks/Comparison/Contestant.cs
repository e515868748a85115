namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>One of those compared.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="PrepareAsync">
/// Makes everything ready on an empty database path, untimed, and gives the work that is timed, which gives the number of rows.
/// </param>
internal sealed record Contestant(string Name, Func<string, Task<Func<Task<long>>>> PrepareAsync)
{
    /// <summary>Creates one that needs nothing made ready.</summary>
    /// <param name="name">Its name in the results.</param>
    /// <param name="runAsync">Does the work on an empty database path and gives the number of rows.</param>
    public Contestant(string name, Func<string, Task<long>> runAsync)
        : this(name, database => Task.FromResult(() => runAsync(database)))
    {
    }

    /// <summary>How many rows at most it is to give; by default all of the file.</summary>
    public long MostRows { get; init; } = long.MaxValue;

    /// <summary>The rows that it is to give.</summary>
    /// <param name="rows">The rows of the file.</param>
    public long RowsOf(long rows) => Math.Min(rows, MostRows);
}
