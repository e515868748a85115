using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>Applies batches to a state.</summary>
internal static class MemoryWriting
{
    public static (MemoryState State, ImmutableArray<LeadEntryOutcome> Outcomes) Add(MemoryState state, LeadBatch batch)
    {
        var key = (batch.Import.ImportId, batch.Number);
        if (state.PlainBatches.TryGetValue(key, out var stored))
        {
            return (state, stored);
        }

        var transaction = new MemoryTransaction(state, batch.Import.ImportId, batch.Number);
        var (outcomes, _) = WriteEntries(transaction, state, batch);
        var written = transaction.Result;
        return (written with { PlainBatches = written.PlainBatches.Add(key, outcomes) }, outcomes);
    }

    public static (MemoryState State, ImmutableArray<LeadEntryOutcome> Outcomes) Write(MemoryState state, LedgerBatch batch, DateTimeOffset now)
    {
        var import = state.Get(batch.Leads.Import.ImportId);
        import.ThrowIfTakenOver(batch.Lease.Token);
        if (import.Batches.Find(one => one.Stored.Number == batch.Leads.Number) is { } stored)
        {
            return (state, stored.Outcomes);
        }

        import.ThrowIfTakenOver(batch.Lease.Token, ImportState.Running);
        import.ThrowIfCancelled();

        if (batch.Leads.Number != import.Batches.Count + 1)
        {
            throw new ArgumentException($"{batch} was handed over; batch {import.Batches.Count + 1} is expected.", nameof(batch));
        }

        var transaction = new MemoryTransaction(state, import.Id, batch.Leads.Number);
        var (outcomes, changes) = WriteEntries(transaction, state, batch.Leads);
        var rows = new StoredBatch(batch.Leads.Number, batch.FirstRow, batch.RowOutcomes.ToArray(), batch.RefusedBy(outcomes));
        var written = transaction.Result;
        return (written.With(import with
        {
            Batches = import.Batches.Add(new(rows, outcomes, changes, written.Changes)),
            Import = import.Import with
            {
                Batches = batch.Leads.Number,
                Counts = Sum(import.Import.Counts, batch.CountsOf(outcomes)),
                Next = batch.Next,
                Lease = batch.Lease.TakenAt(now),
            },
        }), outcomes);
    }

    private static (ImmutableArray<LeadEntryOutcome> Outcomes, ImmutableArray<MemoryChange> Changes) WriteEntries(
        MemoryTransaction transaction,
        MemoryState state,
        LeadBatch batch)
    {
        var outcomes = ImmutableArray.CreateBuilder<LeadEntryOutcome>(batch.Entries.Length);
        var changes = new List<MemoryChange>();
        var ofThisBatch = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in batch.Entries)
        {
            ArgumentNullException.ThrowIfNull(entry.Lead.SellsyContactId, nameof(batch));
            if (!ofThisBatch.Add(MemoryState.KeyOf(entry.Lead)))
            {
                throw new ArgumentException(
                    $"Row {entry.Row} has the contact of an earlier row of the batch; each contact once is expected.",
                    nameof(batch));
            }

            var there = transaction.Find(MemoryState.KeyOf(entry.Lead));
            var outcome = OutcomeOf(entry, there);
            outcomes.Add(outcome);
            if (outcome is LeadEntryOutcome.Added or LeadEntryOutcome.Updated)
            {
                var before = there is null ? null : state.Read(there);
                var after = there is null ? transaction.Create(entry.Lead, entry.Owner) : transaction.Change(there, entry.Lead, entry.Owner);
                changes.Add(new(entry.Row, entry.Lead.SellsyContactId, before, new(entry.Lead, entry.Owner, after.Version)));
            }
        }

        return (outcomes.ToImmutable(), [.. changes.OrderBy(change => change.Row)]);
    }

    private static LeadEntryOutcome OutcomeOf(LeadEntry entry, MemoryLead? there) => (entry.Before, there) switch
    {
        (null, null) => LeadEntryOutcome.Added,
        (null, not null) => LeadEntryOutcome.AlreadyPresent,
        (not null, null) => LeadEntryOutcome.Vanished,
        ({ } before, { } lead) => before.Version == lead.Version ? LeadEntryOutcome.Updated : LeadEntryOutcome.ChangedMeanwhile,
    };

    public static ImportCounts Sum(ImportCounts one, ImportCounts other) => new(
        one.Read + other.Read,
        one.Added + other.Added,
        one.Updated + other.Updated,
        one.Unchanged + other.Unchanged,
        one.Skipped + other.Skipped,
        one.Errors + other.Errors);
}
