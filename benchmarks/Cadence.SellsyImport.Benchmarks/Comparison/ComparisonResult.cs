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

    /// <summary>The version of the shell; null if it is not installed.</summary>
    public required string? Sqlite3 { get; init; }

    /// <summary>The version of the server; null if it was not measured.</summary>
    public required string? PostgreSql { get; init; }

    public required long Rows { get; init; }

    public required int Runs { get; init; }

    public required IReadOnlyList<Measurement> Measurements { get; init; }

    /// <summary>The same file, temperature and group with another work; null if it was not measured.</summary>
    public Measurement? Beside(Measurement measured, string work) => Measurements.FirstOrDefault(
        other => other.Group == measured.Group && other.File == measured.File && other.Temperature == measured.Temperature && other.Work == work);

    /// <summary>The reference of a work: CsvHelper's strings, or the loader of the database; null if it was not measured.</summary>
    public Measurement? ReferenceOf(Measurement measured) => Beside(measured, measured.Group switch
    {
        BenchmarkGroup.Sqlite => ConsoleComparison.SqliteImport,
        BenchmarkGroup.PostgreSql => ConsoleComparison.PostgreSqlCopy,
        _ => Work.Strings,
    });
}
