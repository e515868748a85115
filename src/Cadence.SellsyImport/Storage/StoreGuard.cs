using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Storage;

/// <summary>Checks the answers of a store against the contract of its seams.</summary>
internal static class StoreGuard
{
    private const string StoredOutcomes = "one of Skipped, Added, Updated, Unchanged, Error";

    public const string RefusedOnce = "refusals of rows that it has, each once";

    /// <summary>The id of a lead, or null if its values or its owner are missing, or if it is of another account.</summary>
    public static string? IdOf(LeadVersion lead, string sellsyAccount) =>
        lead is { Lead: { } values, Owner: not null } && values.SellsyAccount == sellsyAccount ? values.SellsyContactId : null;

    /// <summary>One outcome for each entry, and one that such an entry can have.</summary>
    public static void Outcomes(string seam, ImmutableArray<LeadEntryOutcome> outcomes, ImmutableArray<LeadEntry> entries)
    {
        SeamGuard.Check(seam, outcomes.IsDefault ? 0 : outcomes.Length, entries.Length, "outcomes of the batch");
        for (var i = 0; i < entries.Length; i++)
        {
            if (outcomes[i] == LeadEntryOutcome.Refused)
            {
                throw SeamGuard.Broken(seam, "Refused without a reason", $"a reason, by {nameof(IAnsweringLeadSink)}");
            }

            Outcome(seam, outcomes[i], entries[i]);
        }
    }

    /// <summary>One answer for each entry, one that such an entry can have, with a reason where it is refused.</summary>
    public static void Answers(string seam, ImmutableArray<LeadAnswer> answers, ImmutableArray<LeadEntry> entries)
    {
        SeamGuard.Check(seam, answers.IsDefault ? 0 : answers.Length, entries.Length, "answers of the batch");
        for (var i = 0; i < entries.Length; i++)
        {
            var (outcome, reason) = answers[i];
            if (outcome != LeadEntryOutcome.Refused)
            {
                Outcome(seam, outcome, entries[i]);
            }

            var isRight = outcome == LeadEntryOutcome.Refused ? SeamGuard.IsWhole(reason) && reason!.Severity == IssueSeverity.Error : reason is null;
            SeamGuard.Check(seam, isRight, "a reason that is an error, for a refused lead and for no other");
        }
    }

    private static void Outcome(string seam, LeadEntryOutcome outcome, LeadEntry entry)
    {
        var isOfNewLead = SeamGuard.Known(seam, outcome) is LeadEntryOutcome.Added or LeadEntryOutcome.AlreadyPresent;
        if (isOfNewLead != entry.Before is null)
        {
            throw entry.Before is null
                ? SeamGuard.Broken(seam, $"{outcome} for a lead to be added", "Added or AlreadyPresent")
                : SeamGuard.Broken(seam, $"{outcome} for a lead to be changed", "Updated, ChangedMeanwhile or Vanished");
        }
    }

    /// <summary>One outcome for each lead that was to be removed, and one that such a lead can have.</summary>
    public static void Removals(ImmutableArray<UndoOutcome> outcomes, int leads)
    {
        const string Seam = nameof(ILeadRemover);
        SeamGuard.Check(Seam, outcomes.IsDefault ? 0 : outcomes.Length, leads, "outcomes of the leads");
        SeamGuard.Check(Seam, outcomes.All(outcome => SeamGuard.Known(Seam, outcome) != UndoOutcome.Restored), "Removed, Kept or Vanished");
    }

    /// <summary>The next batch that a ledger remembers, with rows of the plan, known outcomes and refusals of rows so far.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="before">How many rows the batches before it have.</param>
    /// <param name="planned">How many rows the plan has.</param>
    public static void StoredBatch(StoredBatch batch, long before, long planned)
    {
        const string Seam = nameof(IImportLedger);
        SeamGuard.Check(Seam, batch is not null && batch.FirstRow == before + 1, "the rows of its batches without a gap");
        var last = before + batch!.RowOutcomes.Length;
        SeamGuard.Check(Seam, last <= planned, "the rows of the plan and no more");
        foreach (var outcome in batch.RowOutcomes.Span)
        {
            if (outcome >= (byte)RowOutcome.Pending)
            {
                throw SeamGuard.Broken(Seam, $"{nameof(RowOutcome)} {(RowOutcome)outcome}", StoredOutcomes);
            }
        }

        foreach (var refused in batch.Refused)
        {
            var isRefusal = SeamGuard.Known(Seam, refused.Outcome) is not (LeadEntryOutcome.Added or LeadEntryOutcome.Updated);
            SeamGuard.Check(Seam, isRefusal && refused.Row >= 1 && refused.Row <= last, RefusedOnce);
        }
    }

    /// <summary>An import of the history, in a state that this version knows.</summary>
    public static LedgerImport Import(LedgerImport import)
    {
        SeamGuard.Check(nameof(IImportLedger), import is { Import: not null, Counts: not null, Batches: >= 0 }, "an import with its counts");
        SeamGuard.Known(nameof(IImportLedger), import.State);
        return import;
    }

    /// <summary>The next batch to be undone: another one than those before it, and each of its leads either created or changed.</summary>
    public static void UndoableBatch(UndoableBatch batch, string importId, int lastUndone)
    {
        const string Seam = nameof(IUndoLedger);
        SeamGuard.Check(Seam, batch.ImportId == importId && batch.Number < lastUndone, "the batches of the import from the last to the first");
        foreach (var lead in SeamGuard.Whole(Seam, batch.Leads))
        {
            SeamGuard.Check(Seam, lead.Before is null == lead.After is null, "a lead before and after its change, or neither");
        }
    }
}
