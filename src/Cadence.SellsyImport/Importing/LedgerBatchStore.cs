using System.Collections.Immutable;
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
        return new(
            run.Outcomes,
            batch.AllRefusedBy(await ImportStates.CancelIfRequestedAsync(() => WriteAsync(batch, cancellationToken)).ConfigureAwait(false)));
    }

    private async ValueTask<ImmutableArray<LeadAnswer>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken)
    {
        if (ledger is SinkWithLedger separate)
        {
            return await separate.AnswerAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        var outcomes = await ledger.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        StoreGuard.Outcomes(nameof(IImportLedger), outcomes, batch.Leads.Entries);
        return [.. outcomes.Select(outcome => new LeadAnswer(outcome))];
    }
}
