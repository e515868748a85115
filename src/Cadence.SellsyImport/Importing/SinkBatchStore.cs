using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>Adds the leads of a run to a sink that keeps no ledger. The sink does not receive a run without leads.</summary>
internal sealed class SinkBatchStore(ILeadSink sink, ImportInfo import) : IBatchStore
{
    private int _batches;

    public async ValueTask<BatchResult> WriteAsync(RowBatch run, CancellationToken cancellationToken)
    {
        if (run.Entries.IsEmpty)
        {
            return new(run.Outcomes, [.. run.RefusedRows]);
        }

        var batch = new LeadBatch(import, ++_batches, run.Entries);
        var outcomes = await sink.AddAsync(batch, cancellationToken).ConfigureAwait(false);
        StoreGuard.Outcomes(nameof(ILeadSink), outcomes, run.Entries);
        return new(run.Outcomes, [.. batch.RefusedBy(outcomes), .. run.RefusedRows]);
    }
}
