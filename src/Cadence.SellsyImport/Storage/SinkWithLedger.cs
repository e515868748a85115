using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// Makes one ledger of a sink and the separate ledger beside it. A batch is recorded as begun, sent, and recorded as written. One that is begun and
/// not written is in doubt: what the sink shows of it decides what is sent.
/// </summary>
internal sealed partial class SinkWithLedger(ILeadSink sink, ISeparateLedger ledger) : IUndoLedger
{
    private const int LeadsPerQuestion = 2_048;
    private const int BatchesPerQuestion = 64;

    private readonly SinkSteps _steps = new(sink);

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        sink is ILeadReader reader
            ? reader.ReadLeadsAsync(sellsyContactIds, cancellationToken)
            : throw ImportStore.Cannot("read leads", nameof(ILeadReader));

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        string sellsyAccount, ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        sink is ILeadReader reader
            ? reader.ReadLeadsAsync(sellsyAccount, sellsyContactIds, cancellationToken)
            : throw ImportStore.Cannot("read leads", nameof(ILeadReader));

    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default) => ledger.StartAsync(start, cancellationToken);

    public async ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default)
    {
        if (state == ImportState.Ended && await ledger.FindImportAsync(importId, cancellationToken).ConfigureAwait(false) is { Lease: { } held } import)
        {
            await SettleAsync(import, new(leaseToken, held.Holder, held.ExpiresAt - held.TakenAt), cancellationToken).ConfigureAwait(false);
        }

        await ledger.EndAsync(importId, leaseToken, state, endedAt, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default) =>
        ledger.RequestCancelAsync(importId, request, cancellationToken);

    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default) =>
        ledger.ReadImportsAsync(filter, cancellationToken);

    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        ledger.FindImportAsync(importId, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        ledger.ReadPlanAsync(importId, cancellationToken);

    public async IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var record in ReadRecordsAsync(importId, 1, int.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            if (record.Stage != BatchStage.Begun)
            {
                yield return BatchContent.Of(record).ToStored(record.Number);
            }
        }
    }

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default) =>
        [.. (await WriteLeadsAsync(batch, cancellationToken).ConfigureAwait(false)).Select(answer => answer.Outcome)];

    public async ValueTask<ImmutableArray<LeadAnswer>> WriteLeadsAsync(LedgerBatch batch, CancellationToken cancellationToken = default)
    {
        var (importId, number) = (batch.Leads.Import.ImportId, batch.Leads.Number);
        var content = BatchContent.Of(batch, canBeRemoved: sink is ILeadRemover);
        var known = new Dictionary<long, LeadAnswer>();
        if (!batch.Leads.Entries.IsEmpty)
        {
            var begun = content.ToRecord(importId, number, BatchStage.Begun);
            if (await ledger.BeginBatchAsync(begun, batch.Lease, cancellationToken).ConfigureAwait(false) is { } there)
            {
                var inDoubt = BatchContent.Of(there);
                if (there.Stage != BatchStage.Begun)
                {
                    return inDoubt.AnswersTo(batch.Leads);
                }

                known = await FindWrittenAsync(inDoubt, cancellationToken).ConfigureAwait(false);
                content = content.ContinuedFrom(inDoubt, known.Keys);
                Forget(known, inDoubt, content);
                await ledger.SetBatchAsync(content.ToRecord(importId, number, BatchStage.Begun), batch.Lease, cancellationToken).ConfigureAwait(false);
            }
        }

        var answers = await _steps.SendAsync(batch.Leads, known, cancellationToken).ConfigureAwait(false);

        // What the sink has stored is recorded even if the caller cancels now.
        var written = content.With(answers).ToRecord(importId, number, BatchStage.Written);
        await ledger.SetBatchAsync(written, batch.Lease, CancellationToken.None).ConfigureAwait(false);
        return answers;
    }

    /// <summary>The batch of an import that is in doubt, with the leads of it that the sink shows; null if none is in doubt.</summary>
    public async ValueTask<BatchInDoubt?> FindInDoubtAsync(LedgerImport import, CancellationToken cancellationToken)
    {
        if (!import.HasBatchInDoubt || await ledger.FindNewestBatchAsync(import.Import.ImportId, cancellationToken).ConfigureAwait(false) is not { } record)
        {
            return null;
        }

        SeamGuard.Check(nameof(ISeparateLedger), record.Number == import.Batches + 1, "the begun batch after its last one");
        var content = BatchContent.Of(record);
        var written = await FindWrittenAsync(content, cancellationToken).ConfigureAwait(false);
        return new(content.LastRow, written.Keys.ToFrozenSet());
    }

    /// <summary>
    /// Records a batch in doubt as written as far as the sink shows it, and sends nothing: for an import that is not resumed. The rows of
    /// the other leads are refused.
    /// </summary>
    private async ValueTask SettleAsync(LedgerImport import, LeaseRequest lease, CancellationToken cancellationToken)
    {
        var importId = import.Import.ImportId;
        if (import.HasBatchInDoubt && await ledger.FindNewestBatchAsync(importId, cancellationToken).ConfigureAwait(false) is { } record)
        {
            var content = BatchContent.Of(record);
            var written = await FindWrittenAsync(content, cancellationToken).ConfigureAwait(false);
            var settled = content.Settled(written, LeadAnswer.Refused(new(IssueCodes.NotWrittenAtEnd, IssueSeverity.Error)));
            await ledger.SetBatchAsync(settled.ToRecord(importId, record.Number, BatchStage.Written), lease, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The leads of a batch in doubt that the sink shows as written, by their rows.</summary>
    private async ValueTask<Dictionary<long, LeadAnswer>> FindWrittenAsync(BatchContent batch, CancellationToken cancellationToken)
    {
        var written = new Dictionary<long, LeadAnswer>();
        foreach (var created in batch.Written.Where(lead => lead is { Before: null, IsForgotten: false }).Chunk(LeadsPerQuestion))
        {
            var rows = created.ToDictionary(lead => lead.Id, lead => lead.Row, StringComparer.Ordinal);
            var there = await sink.FindExistingAsync(batch.SellsyAccount, [.. rows.Keys], cancellationToken).ConfigureAwait(false);
            foreach (var lead in SeamGuard.Whole(nameof(ILeadSink), there))
            {
                written.Add(SeamGuard.Take(nameof(ILeadSink), rows, lead.SellsyContactId), LeadEntryOutcome.Added);
            }
        }

        var changed = batch.Written.Where(lead => lead.Before is not null).ToList();
        var current = await ReadAllAsync(batch.SellsyAccount, changed.Select(lead => lead.Id), cancellationToken).ConfigureAwait(false);
        foreach (var lead in changed)
        {
            if (current.TryGetValue(lead.Id, out var now) && lead.IsChanged(now))
            {
                written.Add(lead.Row, LeadAnswer.Updated(now.Version));
            }
        }

        return written;
    }

    /// <summary>Forgets what is known of the new leads where the sink remembers it better: the same leads are sent again under the same number.</summary>
    private void Forget(Dictionary<long, LeadAnswer> known, BatchContent inDoubt, BatchContent content)
    {
        if (sink.RemembersBatches && inDoubt.CreatedIds.SetEquals(content.CreatedIds))
        {
            foreach (var lead in inDoubt.Written.Where(lead => lead.Before is null))
            {
                known.Remove(lead.Row);
            }
        }
    }

    private async ValueTask<Dictionary<string, LeadVersion>> ReadAllAsync(string account, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var leads = new Dictionary<string, LeadVersion>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(LeadsPerQuestion))
        {
            ImmutableArray<string> asked = [.. chunk];
            var there = await ReadLeadsAsync(account, asked, cancellationToken).ConfigureAwait(false);
            foreach (var (id, lead) in SeamGuard.ById(nameof(ILeadReader), asked, there, lead => StoreGuard.IdOf(lead, account)))
            {
                leads.Add(id, lead);
            }
        }

        return leads;
    }

    private async IAsyncEnumerable<BatchRecord> ReadRecordsAsync(
        string importId, int first, int last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (first <= last)
        {
            var lastOfPage = (int)Math.Min(last, first + (BatchesPerQuestion - 1L));
            var records = await ledger.ReadBatchesAsync(importId, first, lastOfPage, cancellationToken).ConfigureAwait(false);
            foreach (var record in SeamGuard.Whole(nameof(ISeparateLedger), records))
            {
                yield return record;
            }

            if (records.Length < BatchesPerQuestion)
            {
                yield break;
            }

            first = lastOfPage + 1;
        }
    }
}
