namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>One of those compared.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="RunAsync">Does the work on an empty database path and gives the number of rows.</param>
internal sealed record Contestant(string Name, Func<string, Task<long>> RunAsync);
