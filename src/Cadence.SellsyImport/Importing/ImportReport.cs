using System.Collections.Immutable;
using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport;

/// <summary>The outcomes of an import, counted and balanced. Immutable and thread-safe; it holds about one byte a row.</summary>
public sealed class ImportReport
{
    private readonly RowOutcomes _outcomes;

    internal ImportReport(ImportPlan plan, RowOutcomes outcomes)
    {
        Plan = plan;
        _outcomes = outcomes;
    }

    /// <summary>The import, as the store remembers it.</summary>
    public required ImportInfo Import { get; init; }

    /// <summary>The plan that was executed.</summary>
    public ImportPlan Plan { get; }

    /// <summary>What became of the rows.</summary>
    public required ImportCounts Counts { get; init; }

    /// <summary>How many rows have which issue, those that the write found included; errors first, then by count and code.</summary>
    public required ImmutableArray<IssueCount> Issues { get; init; }

    /// <summary>How long adding took.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>The first row that this call wrote, if it continued an interrupted import; null if it began at the first row.</summary>
    public long? ResumedAtRow { get; init; }

    internal RowOutcomes Outcomes => _outcomes;

    /// <summary>What became of a row.</summary>
    /// <param name="row">The one-based number of the row.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such row.</exception>
    public RowOutcome OutcomeOf(long row) => _outcomes.Of(row);
}
