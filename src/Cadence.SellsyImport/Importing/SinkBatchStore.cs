using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>Sends the leads of a run to a sink without a ledger. The sink does not receive a run without leads.</summary>
/// <param name="sink">The sink.</param>
/// <param name="import">The import.</param>
/// <param name="current">The leads that are there; null for a sink that only adds.</param>
internal sealed class SinkBatchStore(ILeadSink sink, ImportInfo import, CurrentLeads? current) : IBatchStore
{
    private readonly SinkSteps _steps = new(sink);
    private int _batches;

    public async ValueTask<BatchResult> WriteAsync(RowBatch run, CancellationToken cancellationToken)
    {
        var entries = current is null ? run.Entries : await current.CompleteAsync(run.Entries, cancellationToken).ConfigureAwait(false);
        if (entries.IsEmpty)
        {
            return new(run.Outcomes, [.. run.RefusedRows]);
        }

        var batch = new LeadBatch(import, ++_batches, entries);
        var answers = await _steps.SendAsync(batch, cancellationToken).ConfigureAwait(false);
        return new(run.Outcomes, [.. batch.RefusedBy(answers), .. run.RefusedRows]);
    }
}
