using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Storage;

// Undo: what is to be done with a batch is recorded before the sink does it. After a crash the sink shows what it did.
internal sealed partial class SinkWithLedger
{
    private const string Undo = "undo";

    // One undo has its import at a time, by the lease; undos of several imports may run beside each other.
    private readonly ConcurrentDictionary<string, LaterChanges> _later = new(StringComparer.Ordinal);

    public async ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default)
    {
        // What other imports did may have changed since an undo that was stopped.
        _later.Clear();
        if (await ledger.FindImportAsync(importId, cancellationToken).ConfigureAwait(false) is { } import)
        {
            RequireSteps(import);
        }

        var started = await ledger.StartUndoAsync(importId, lease, takeOverFrom, cancellationToken).ConfigureAwait(false);
        if (started is not { State: ImportState.Undoing, HasBatchInDoubt: true } || started.Lease?.Token != lease.Token)
        {
            return started;
        }

        await SettleAsync(started, lease, cancellationToken).ConfigureAwait(false);
        return await ledger.FindImportAsync(importId, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default)
    {
        if (await ledger.FindNewestBatchAsync(importId, cancellationToken).ConfigureAwait(false) is not { } record)
        {
            return null;
        }

        var content = await WithKnownUndoAsync(BatchContent.Of(record), cancellationToken).ConfigureAwait(false);
        var left = content.LeftToUndo;
        var current = await ReadAllAsync(content.SellsyAccount, left.Where(lead => !lead.IsForgotten).Select(lead => lead.Id), cancellationToken).ConfigureAwait(false);
        var leads = ImmutableArray.CreateBuilder<UndoableLead>();
        foreach (var lead in left)
        {
            var undoable = lead.ToUndoable(current.GetValueOrDefault(lead.Id), lead.Version);
            if (undoable.IsEdited)
            {
                var later = await LaterChangesAsync(importId, content.SellsyAccount, record.Number, cancellationToken).ConfigureAwait(false);
                undoable = lead.ToUndoable(undoable.Current, later.VersionAfter(lead)) with { ChangedByImport = later.FindImport(lead.Id) };
            }

            leads.Add(undoable);
        }

        leads.Sort((one, other) => one.Row.CompareTo(other.Row));
        return new(importId, record.Number, leads.DrainToImmutable());
    }

    public async ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default)
    {
        if (await ledger.FindNewestBatchAsync(batch.ImportId, cancellationToken).ConfigureAwait(false) is not { } record || record.Number != batch.Number)
        {
            return false;
        }

        var import = await ledger.FindImportAsync(batch.ImportId, cancellationToken).ConfigureAwait(false)
            ?? throw new SellsyImportException(ErrorCodes.ImportUnknown, batch.ImportId);
        if (import.CancelRequest is not null)
        {
            throw new SellsyImportException(ErrorCodes.ImportCancelRequested, batch.ImportId);
        }

        // For the others this import is undone from now on, batch by batch.
        foreach (var other in _later.Keys.Where(id => id != batch.ImportId))
        {
            _later.TryRemove(other, out _);
        }

        var content = await WithKnownUndoAsync(BatchContent.Of(record), cancellationToken).ConfigureAwait(false);
        var decided = batch.Leads.Select(RecordedUndo.Of).ToLookup(lead => lead.Outcome is UndoOutcome.Removed or UndoOutcome.Restored);
        content = content.WithUndone(decided[false]) with { BeingUndone = [.. decided[true]] };
        if (!content.BeingUndone.IsEmpty)
        {
            await SetAsync(BatchStage.Undoing, cancellationToken).ConfigureAwait(false);
            var done = await UndoAsync(import.Import, batch.Number, content.BeingUndone, cancellationToken).ConfigureAwait(false);
            content = content.WithUndone(done) with { BeingUndone = default };
        }

        // What the sink has done is recorded even if the caller cancels now. A lead that was changed at this moment is left, to be decided again.
        var isUndone = !content.LeftToUndo.Any();
        await SetAsync(isUndone ? BatchStage.Undone : BatchStage.Undoing, CancellationToken.None).ConfigureAwait(false);
        return isUndone;

        ValueTask SetAsync(BatchStage stage, CancellationToken cancellation) =>
            ledger.SetBatchAsync(content.ToRecord(batch.ImportId, batch.Number, stage), batch.Lease, cancellation);
    }

    /// <summary>A separate ledger knows nothing of companies: those of the sink stay.</summary>
    public async ValueTask<UndoneCompanies> EndUndoAsync(
        string importId,
        string leaseToken,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default)
    {
        _later.Clear();
        if (await ledger.FindImportAsync(importId, cancellationToken).ConfigureAwait(false) is not { State: ImportState.Undone })
        {
            await ledger.EndAsync(importId, leaseToken, ImportState.Undone, endedAt, cancellationToken).ConfigureAwait(false);
        }

        return new(Removed: 0, Kept: 0);
    }

    public async IAsyncEnumerable<UndoEntry> ReadUndoneAsync(string importId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var import = await ledger.FindImportAsync(importId, cancellationToken).ConfigureAwait(false);
        for (var last = import?.Batches ?? 0; last > 0; last -= BatchesPerQuestion)
        {
            var records = await ledger.ReadBatchesAsync(importId, last - BatchesPerQuestion + 1, last, cancellationToken).ConfigureAwait(false);
            foreach (var record in SeamGuard.Whole(nameof(ISeparateLedger), records).Reverse())
            {
                foreach (var undone in BatchContent.Of(record).AllUndone.OrderBy(lead => lead.Row))
                {
                    yield return undone.ToEntry();
                }
            }
        }
    }

    /// <exception cref="SellsyImportException">The sink lacks a step that the undo of this import needs.</exception>
    private void RequireSteps(LedgerImport import)
    {
        if (import.State == ImportState.Undone)
        {
            return;
        }

        if ((import.Counts.Added > 0 || import.HasBatchInDoubt) && sink is not ILeadRemover)
        {
            throw ImportStore.Cannot(Undo, nameof(ILeadRemover));
        }

        if (HasChangedLeads(import) && sink is not ILeadUpdater)
        {
            throw ImportStore.Cannot(Undo, nameof(ILeadUpdater));
        }
    }

    /// <summary>Whether an import may have changed leads that were there: rows that complete a lead of their own file count as updated too.</summary>
    private static bool HasChangedLeads(LedgerImport import) => import.Import.ExistingLeads != ExistingLeadPolicy.Skip && import.Counts.Updated > 0;

    /// <summary>What became of an undo that was begun before a crash: what the sink shows as done is done, and the rest is decided again.</summary>
    private async ValueTask<BatchContent> WithKnownUndoAsync(BatchContent content, CancellationToken cancellationToken)
    {
        if (content.BeingUndone.IsDefaultOrEmpty)
        {
            return content;
        }

        var current = await ReadAllAsync(content.SellsyAccount, content.BeingUndone.Select(lead => lead.Id), cancellationToken).ConfigureAwait(false);
        var done = content.BeingUndone.Where(lead => lead.IsDone(current.GetValueOrDefault(lead.Id)))
            .Select(lead => lead.WithVersion(current.GetValueOrDefault(lead.Id)?.Version));
        return content.WithUndone(done) with { BeingUndone = default };
    }

    /// <returns>The leads of which it is known what became of them.</returns>
    private async ValueTask<List<RecordedUndo>> UndoAsync(
        ImportInfo import, int number, ImmutableArray<RecordedUndo> leads, CancellationToken cancellationToken)
    {
        var done = new List<RecordedUndo>();
        var removed = leads.RemoveAll(lead => lead.Outcome != UndoOutcome.Removed);
        if (!removed.IsEmpty)
        {
            var remover = sink as ILeadRemover ?? throw ImportStore.Cannot(Undo, nameof(ILeadRemover));
            var outcomes = await remover.RemoveAsync(import, [.. removed.Select(lead => lead.Current!)], cancellationToken).ConfigureAwait(false);
            StoreGuard.Removals(outcomes, removed.Length);
            done.AddRange(removed.Zip(outcomes, (lead, outcome) => lead with { Outcome = outcome }));
        }

        var restored = leads.RemoveAll(lead => lead.Outcome != UndoOutcome.Restored);
        if (!restored.IsEmpty)
        {
            var entries = restored.Select(lead => new LeadEntry(lead.Row, lead.Restored!.Lead, lead.Restored.Owner) { Before = lead.Current });
            var answers = await _steps.UpdateAsync(new(import, number, [.. entries]), cancellationToken).ConfigureAwait(false);
            done.AddRange(restored.Zip(answers).Where(one => one.Second.Outcome != LeadEntryOutcome.ChangedMeanwhile).Select(one => (one.First with
            {
                Outcome = one.Second.Outcome switch
                {
                    LeadEntryOutcome.Vanished => UndoOutcome.Vanished,
                    LeadEntryOutcome.Refused => UndoOutcome.Kept,
                    _ => UndoOutcome.Restored,
                },
            }).WithVersion(one.Second.Version)));
        }

        return done;
    }

    /// <summary>What changed the leads of an import after its batch of this number. Later imports are read once for each import that is undone.</summary>
    private async ValueTask<LaterChanges> LaterChangesAsync(string importId, string account, int number, CancellationToken cancellationToken)
    {
        if (!_later.TryGetValue(importId, out var later))
        {
            // The ledger must not be called again while its imports are read.
            var imports = await ledger.ReadImportsAsync(cancellationToken: cancellationToken).TakeWhile(import => import.Import.ImportId != importId)
                .Where(import => import.Import.SellsyAccount == account && (import.Counts.Added > 0 || import.Counts.Updated > 0)).ToListAsync(cancellationToken).ConfigureAwait(false);
            later = new LaterChanges(importId);
            foreach (var import in imports)
            {
                var laterId = import.Import.ImportId;
                await foreach (var record in ReadRecordsAsync(laterId, 1, int.MaxValue, cancellationToken).ConfigureAwait(false))
                {
                    later.Add(record, BatchContent.Of(record));
                }
            }

            _later[importId] = later;
        }

        // The batches after this one are undone already: an import may have changed a lead twice.
        await foreach (var record in ReadRecordsAsync(importId, number + 1, later.FirstOwnBatch - 1, cancellationToken).ConfigureAwait(false))
        {
            later.Add(record, BatchContent.Of(record));
        }

        later.FirstOwnBatch = number + 1;
        return later;
    }
}
