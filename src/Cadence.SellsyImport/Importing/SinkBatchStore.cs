using System.Collections.Immutable;
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
        var answers = await AddAsync(batch, cancellationToken).ConfigureAwait(false);
        return new(run.Outcomes, [.. batch.RefusedBy(answers), .. run.RefusedRows]);
    }

    private async ValueTask<ImmutableArray<LeadAnswer>> AddAsync(LeadBatch batch, CancellationToken cancellationToken)
    {
        if (sink is IAnsweringLeadSink answering)
        {
            var answers = await answering.AddLeadsAsync(batch, cancellationToken).ConfigureAwait(false);
            StoreGuard.Answers(nameof(IAnsweringLeadSink), answers, batch.Entries);
            return answers;
        }

        var outcomes = await sink.AddAsync(batch, cancellationToken).ConfigureAwait(false);
        StoreGuard.Outcomes(nameof(ILeadSink), outcomes, batch.Entries);
        return [.. outcomes.Select(outcome => new LeadAnswer(outcome))];
    }
}
