using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>Writes a run with its place in the ledger.</summary>
internal sealed class LedgerBatchStore(IImportLedger ledger, ImportInfo import, RunningLease lease, CurrentLeads current, int batches) : IBatchStore
{
    private int _batches = batches;

    public async ValueTask<BatchResult> WriteAsync(RowBatch run, CancellationToken cancellationToken)
    {
        var entries = await current.CompleteAsync(run.Entries, cancellationToken).ConfigureAwait(false);
        var leads = new LeadBatch(import, ++_batches, entries);
        var batch = new LedgerBatch(leads, lease.Renew(), run.FirstRow, run.Outcomes, run.Next) { RefusedLeads = run.Refused };
        var answers = await ImportStates.CancelIfRequestedAsync(() => ledger.WriteLeadsAsync(batch, cancellationToken)).ConfigureAwait(false);
        StoreGuard.Answers(nameof(IImportLedger), answers, entries);
        return new(run.Outcomes, batch.AllRefusedBy(answers));
    }
}
