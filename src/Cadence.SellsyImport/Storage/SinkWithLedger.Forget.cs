using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Storage;

// Forgetting: the ledger does not know what the content of a batch means, so it is rewritten here, batch by batch.
internal sealed partial class SinkWithLedger
{
    public ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        ledger.ReplacePlanAsync(importId, plan, replacement, cancellationToken);

    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => ledger.PurgeAsync(before, cancellationToken);

    public async IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(
        string sellsyAccount, string sellsyContactId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var importId in await ImportIdsAsync(sellsyAccount, cancellationToken).ConfigureAwait(false))
        {
            await foreach (var record in ReadRecordsAsync(importId, 1, int.MaxValue, cancellationToken).ConfigureAwait(false))
            {
                foreach (var row in BatchContent.Of(record).RowsOf(sellsyContactId))
                {
                    yield return new(importId, row);
                }
            }
        }
    }

    public async ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default)
    {
        var forgotten = 0L;
        foreach (var importId in await ImportIdsAsync(sellsyAccount, cancellationToken).ConfigureAwait(false))
        {
            await foreach (var record in ReadRecordsAsync(importId, 1, int.MaxValue, cancellationToken).ConfigureAwait(false))
            {
                forgotten += await ForgetAsync(record, sellsyContactId, cancellationToken).ConfigureAwait(false);
            }
        }

        return forgotten;
    }

    /// <summary>An import or an undo may write the batch at the same time, so it is read again until it was replaced as it was read.</summary>
    private async ValueTask<long> ForgetAsync(BatchRecord record, string sellsyContactId, CancellationToken cancellationToken)
    {
        while (BatchContent.Of(record) is var content && content.Knows(sellsyContactId))
        {
            if (await ledger.ReplaceContentAsync(record, content.Without(sellsyContactId).ToBytes(), cancellationToken).ConfigureAwait(false))
            {
                return content.Leads.Count(lead => lead.Id == sellsyContactId);
            }

            var again = await ledger.ReadBatchesAsync(record.ImportId, record.Number, record.Number, cancellationToken).ConfigureAwait(false);
            if (again is not [var read])
            {
                return 0;
            }

            record = read;
        }

        return 0;
    }

    /// <summary>The ledger must not be called again while its imports are read.</summary>
    private async ValueTask<List<string>> ImportIdsAsync(string sellsyAccount, CancellationToken cancellationToken) =>
        await ledger.ReadImportsAsync(cancellationToken: cancellationToken).Where(import => import.Import.SellsyAccount == sellsyAccount).Select(import => import.Import.ImportId).ToListAsync(cancellationToken).ConfigureAwait(false);
}
