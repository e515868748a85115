using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Writing;

/// <summary>The rows that earlier runs of an import wrote, as the ledger keeps them.</summary>
internal static class StoredRuns
{
    public static async IAsyncEnumerable<WrittenRun> ReadAsync(
        IImportLedger ledger,
        string importId,
        long plannedRows,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = 0L;
        await foreach (var batch in ledger.ReadBatchesAsync(importId, cancellationToken).ConfigureAwait(false))
        {
            Contract.StoredBatch(batch, rows, plannedRows);
            rows += batch.RowOutcomes.Length;
            yield return new(batch.RowOutcomes, batch.Refused);
        }
    }
}
