using Cadence.SellsyImport.Recovery;

namespace Cadence.SellsyImport.Writing;

/// <summary>Writes a run with its place in the ledger, in one transaction.</summary>
internal sealed class LedgerRunStore(IImportLedger ledger, ImportInfo import, RunningLease lease, CurrentLeads current, int batches) : IRunStore
{
    private int _batches = batches;

    public async ValueTask<WrittenRun> WriteAsync(RowRun run, CancellationToken cancellationToken)
    {
        var entries = await current.CompleteAsync(run.Entries, cancellationToken).ConfigureAwait(false);
        var leads = new LeadBatch(import, ++_batches, entries);
        var batch = new LedgerBatch(leads, lease.Renew(), run.FirstRow, run.Outcomes, run.Next) { RefusedLeads = run.Refused };
        var outcomes = await ledger.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        Contract.Outcomes(nameof(IImportLedger), outcomes, entries);
        return new(run.Outcomes, batch.RefusedBy(outcomes));
    }
}
