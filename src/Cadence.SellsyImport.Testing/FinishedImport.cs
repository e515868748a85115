namespace Cadence.SellsyImport.Testing;

/// <summary>How an import ended, as <see cref="InMemoryLeadSink"/> was told.</summary>
/// <param name="Import">The import.</param>
/// <param name="Counts">What became of the rows.</param>
/// <param name="FinishedAt">When it ended.</param>
public sealed record FinishedImport(ImportInfo Import, ImportCounts Counts, DateTimeOffset FinishedAt);
