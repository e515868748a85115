using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport;

/// <summary>
/// The outcomes of an import, counted and balanced: finished, or as far as it has come. Immutable and thread-safe; it holds about one byte a row.
/// </summary>
public sealed class ImportReport
{
    private static readonly ConditionalWeakTable<Exception, ImportReport> OfExceptions = [];

    private readonly RowOutcomes _outcomes;
    private readonly IReadOnlySet<long> _waiting;

    internal ImportReport(ImportPlan plan, RowOutcomes outcomes, IReadOnlySet<long> waiting)
    {
        Plan = plan;
        _outcomes = outcomes;
        _waiting = waiting;
    }

    /// <summary>The import, as the store remembers it.</summary>
    public required ImportInfo Import { get; init; }

    /// <summary>The plan that was executed.</summary>
    public ImportPlan Plan { get; }

    /// <summary>
    /// How far the import had come when the report was made. <see cref="ImportState.Finished"/>: every row has its outcome. In any other state
    /// the rows that it had not reached are <see cref="RowOutcome.Pending"/>.
    /// </summary>
    public required ImportState State { get; init; }

    /// <summary>What became of the rows; those that the import has not reached are counted as <see cref="ImportCounts.Pending"/>.</summary>
    public required ImportCounts Counts { get; init; }

    /// <summary>How many rows have which issue, those that the write found included; errors first, then by count and code.</summary>
    public required ImmutableArray<IssueCount> Issues { get; init; }

    /// <summary>
    /// How long adding took. In a report of the history: the time from the start of the import to its end, or zero while it has no end.
    /// </summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The first row that this call wrote, if it continued an interrupted import; null if it began at the first row.</summary>
    public long? ResumedAtRow { get; init; }

    internal RowOutcomes Outcomes => _outcomes;

    /// <summary>Rows that have an outcome already, although their lead waits for a later row.</summary>
    internal IReadOnlySet<long> Waiting => _waiting;

    /// <summary>
    /// The report that an exception of <see cref="ISellsyImporter.AddAsync"/> or <see cref="IImportHistory.ResumeAsync"/> left: what was done
    /// before the sink failed or the caller cancelled. The rows of the batch that failed are <see cref="RowOutcome.Pending"/>; whether the sink
    /// stored them, only the sink knows. For a store with a ledger, <see cref="IImportHistory.ReadReportAsync"/> knows it too.
    /// </summary>
    /// <param name="exception">The exception, or one that has it as <see cref="Exception.InnerException"/>.</param>
    /// <returns>The report, or <see langword="null"/> if nothing was tried to be written.</returns>
    public static ImportReport? Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (OfExceptions.TryGetValue(inner, out var report))
            {
                return report;
            }
        }

        return null;
    }

    /// <summary>What became of a row.</summary>
    /// <param name="row">The one-based number of the row.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such row.</exception>
    public RowOutcome OutcomeOf(long row) =>
        (row > _outcomes.Count && row <= Plan.Rows) || _waiting.Contains(row) ? RowOutcome.Pending : _outcomes.Of(row);

    /// <summary>
    /// Leaves the report with the exception that stopped the import. Not in <see cref="Exception.Data"/>, which loggers write out: the plan has names
    /// of owners and companies.
    /// </summary>
    internal void LeaveWith(Exception exception) => OfExceptions.AddOrUpdate(exception, this);
}
