using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Writing;

/// <summary>The rows that earlier runs of an import wrote, as the ledger keeps them.</summary>
internal static class StoredRuns
{
    public static async IAsyncEnumerable<WrittenRun> ReadAsync(
        IImportLedger ledger,
        string importId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var nextRow = 1L;
        await foreach (var batch in ledger.ReadBatchesAsync(importId, cancellationToken).ConfigureAwait(false))
        {
            Contract.Check(nameof(IImportLedger), batch.FirstRow == nextRow, "the rows of its batches without a gap");
            nextRow += batch.RowOutcomes.Length;
            yield return new(batch.RowOutcomes, batch.Refused);
        }
    }
}
