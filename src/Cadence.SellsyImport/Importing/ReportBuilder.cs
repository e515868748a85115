using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>Collects what became of the rows of an import, batch by batch. It serves one thread at a time.</summary>
/// <param name="plan">The plan that is executed.</param>
/// <param name="import">The import.</param>
/// <param name="time">Measures how long this run takes.</param>
internal sealed class ReportBuilder(ImportPlan plan, ImportInfo import, TimeProvider time)
{
    private readonly IssueTally _issues = new(plan.Issues);
    private readonly long _started = time.GetTimestamp();

    public RowOutcomes Outcomes { get; } = new();

    /// <summary>Reads the report of an import from what the ledger keeps.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="import">The import as it stands there.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<ImportReport> ReadAsync(
        IImportLedger ledger, LedgerImport import, ImportPlan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        var report = new ReportBuilder(plan, import.Import, time);
        await report.AddStoredAsync(ledger, cancellationToken).ConfigureAwait(false);
        var elapsed = import.EndedAt is { } end && end > import.Import.StartedAt ? end - import.Import.StartedAt : TimeSpan.Zero;
        return report.ToReport(import.State, elapsed, resumedAtRow: null);
    }

    /// <summary>Adds the rows that earlier runs of the import wrote.</summary>
    public async Task AddStoredAsync(IImportLedger ledger, CancellationToken cancellationToken)
    {
        await foreach (var batch in StoredBatches.ReadAsync(ledger, import.ImportId, plan.Rows, cancellationToken).ConfigureAwait(false))
        {
            Add(batch);
        }
    }

    /// <summary>Adds rows with what became of them.</summary>
    public void Add(BatchResult batch)
    {
        Outcomes.Add(batch);
        foreach (var refused in batch.Refused)
        {
            _issues.Add([RowIssues.Refused(refused)], refused.Row);
        }
    }

    /// <summary>The report over the rows that were added so far.</summary>
    /// <param name="state">How far the import has come.</param>
    /// <param name="resumedAtRow">The first row that this run wrote, if it continued an import.</param>
    public ImportReport ToReport(ImportState state, long? resumedAtRow) => ToReport(state, time.GetElapsedTime(_started), resumedAtRow);

    private ImportReport ToReport(ImportState state, TimeSpan elapsed, long? resumedAtRow)
    {
        var waiting = Waiting();
        var outcomes = waiting.CountBy(Outcomes.Of).ToDictionary();
        var counts = Outcomes.Counts;
        return new(plan, Outcomes, waiting)
        {
            Import = import,
            State = state,
            Counts = counts with
            {
                Read = plan.Rows,
                Added = counts.Added - outcomes.GetValueOrDefault(RowOutcome.Added),
                Updated = counts.Updated - outcomes.GetValueOrDefault(RowOutcome.Updated),
                Unchanged = counts.Unchanged - outcomes.GetValueOrDefault(RowOutcome.Unchanged),
                Pending = plan.Rows - Outcomes.Count + waiting.Count,
            },
            Issues = _issues.ToCounts(),
            Elapsed = elapsed,
            ResumedAtRow = resumedAtRow,
        };
    }

    /// <summary>The rows whose lead is not written, although they were read: a row that was not reached completes it.</summary>
    private HashSet<long> Waiting()
    {
        var reached = Outcomes.Count;
        return reached == plan.Rows ? [] :
        [
            .. plan.Verdicts.Merged
                .Where(merged => merged.Key <= reached && merged.Value[^1] > reached)
                .SelectMany(merged => merged.Value.Prepend(merged.Key))
                .Where(row => row <= reached && Outcomes.Of(row) is RowOutcome.Added or RowOutcome.Updated or RowOutcome.Unchanged),
        ];
    }
}
