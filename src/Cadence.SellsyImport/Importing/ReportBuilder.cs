using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>Collects what became of the rows of an import, batch by batch. It serves one thread at a time.</summary>
/// <param name="plan">The plan that is executed.</param>
/// <param name="import">The import.</param>
internal sealed class ReportBuilder(ImportPlan plan, ImportInfo import)
{
    private readonly IssueTally _issues = new(plan.Issues);

    public RowOutcomes Outcomes { get; } = new();

    /// <summary>Reads the report of an import from what the ledger keeps.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="import">The import as it stands there.</param>
    /// <param name="saved">Its plan.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<ImportReport> ReadAsync(
        IImportLedger ledger, LedgerImport import, ImportPlan saved, CancellationToken cancellationToken)
    {
        var report = new ReportBuilder(saved, import.Import);
        await report.AddStoredAsync(ledger, cancellationToken).ConfigureAwait(false);
        return report.ToReport();
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
            _issues.Add(RowIssues.Refused(refused));
        }
    }

    /// <summary>The report over the rows that were added so far.</summary>
    /// <param name="resumedAtRow">The first row that this run wrote, if it continued an import.</param>
    public ImportReport ToReport(long? resumedAtRow = null) => new(plan, Outcomes)
    {
        Import = import,
        Counts = Outcomes.Counts,
        Issues = _issues.ToCounts(),
        ResumedAtRow = resumedAtRow,
    };
}
