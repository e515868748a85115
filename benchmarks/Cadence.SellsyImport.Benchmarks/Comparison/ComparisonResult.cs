namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>A whole comparison: what was measured, of what, where and when.</summary>
internal sealed record ComparisonResult
{
    public required string Commit { get; init; }

    public required string Date { get; init; }

    public required string Sdk { get; init; }

    public required string Runtime { get; init; }

    public required string Processor { get; init; }

    public required int Cores { get; init; }

    public required string? Sqlite3 { get; init; }

    /// <summary>The server's version, or nothing where none was measured.</summary>
    public required string? PostgreSql { get; init; }

    public required long Rows { get; init; }

    public required long Bytes { get; init; }

    public required int Runs { get; init; }

    public required long PeakWorkingSetBytes { get; init; }

    public required IReadOnlyList<Measurement> Measurements { get; init; }

    /// <summary>The median of a contestant, or nothing where it did not take part.</summary>
    public double? MedianOf(string name) => Measurements.FirstOrDefault(measurement => measurement.Name == name)?.Median;
}
