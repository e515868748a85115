using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>The rows that earlier runs of an import wrote, as the ledger keeps them.</summary>
internal static class StoredBatches
{
    public static async IAsyncEnumerable<BatchResult> ReadAsync(
        IImportLedger ledger,
        string importId,
        long plannedRows,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = 0L;
        await foreach (var batch in ledger.ReadBatchesAsync(importId, cancellationToken).ConfigureAwait(false))
        {
            StoreGuard.StoredBatch(batch, rows, plannedRows);
            rows += batch.RowOutcomes.Length;
            yield return new(batch.RowOutcomes, batch.Refused);
        }
    }
}
