using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Issues;

/// <summary>Holds the answers of the seams, which a host may have written, to what the seams promise.</summary>
internal static class SeamGuard
{
    public const string RefusedOnce = "refusals of rows that it has, each once";

    private const string EachAskedOnce = "what was asked for, each at most once";

    public static void Check(string seam, int found, int expected, string what)
    {
        if (found != expected)
        {
            throw Broken(seam, $"{found} {what}", $"{expected} {what}");
        }
    }

    /// <summary>Checks a promise on the row path; the words are constant, so that nothing is put together where it holds.</summary>
    public static void Check(string seam, bool holds, string expected)
    {
        if (!holds)
        {
            throw Broken(seam, "something else", expected);
        }
    }

    /// <summary>A value of an enumeration that this version knows.</summary>
    public static T Known<T>(string seam, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw Broken(seam, $"{typeof(T).Name} {value}", $"one of {string.Join(", ", Enum.GetNames<T>())}");

    /// <summary>A list without an element that is missing.</summary>
    public static ImmutableArray<T> Whole<T>(string seam, ImmutableArray<T> list)
        where T : class
    {
        Check(seam, !list.IsDefault && !list.Contains(null!), "a list without null");
        return list;
    }

    /// <summary>What was asked for under the id of an answer; it is taken away, so that a second answer of one id is noticed.</summary>
    public static T Take<T>(string seam, Dictionary<string, T> asked, string? id) =>
        id is not null && asked.Remove(id, out var value) ? value : throw Broken(seam, "something else", EachAskedOnce);

    /// <summary>Leads by their ids: each was asked for, and is there once.</summary>
    public static Dictionary<string, T> ById<T>(string seam, ImmutableArray<string> asked, ImmutableArray<T> leads, Func<T, string?> id)
        where T : class
    {
        var left = asked.ToDictionary(one => one, StringComparer.Ordinal);
        return Whole(seam, leads).ToDictionary(lead => Take(seam, left, id(lead)), StringComparer.Ordinal);
    }

    /// <summary>The id of a lead that has its values and its owner; none where one of them is missing.</summary>
    public static string? IdOf(LeadVersion lead) => lead is { Lead: { } values, Owner: not null } ? values.SellsyContactId : null;

    /// <summary>One outcome for each entry, and one that such an entry can have.</summary>
    public static void Outcomes(string seam, ImmutableArray<LeadEntryOutcome> outcomes, ImmutableArray<LeadEntry> entries)
    {
        Check(seam, outcomes.IsDefault ? 0 : outcomes.Length, entries.Length, "outcomes of the batch");
        for (var i = 0; i < entries.Length; i++)
        {
            var isOfNewLead = Known(seam, outcomes[i]) is LeadEntryOutcome.Added or LeadEntryOutcome.AlreadyPresent;
            if (isOfNewLead != entries[i].Before is null)
            {
                throw entries[i].Before is null
                    ? Broken(seam, $"{outcomes[i]} for a lead to be added", "Added or AlreadyPresent")
                    : Broken(seam, $"{outcomes[i]} for a lead to be changed", "Updated, ChangedMeanwhile or Vanished");
            }
        }
    }

    /// <summary>The next batch that a ledger remembers, with rows of the plan, known outcomes and refusals of rows so far.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="before">How many rows the batches before it have.</param>
    /// <param name="planned">How many rows the plan has.</param>
    public static void StoredBatch(StoredBatch batch, long before, long planned)
    {
        const string Seam = nameof(IImportLedger);
        Check(Seam, batch is not null && batch.FirstRow == before + 1, "the rows of its batches without a gap");
        var last = before + batch!.RowOutcomes.Length;
        Check(Seam, last <= planned, "the rows of the plan and no more");
        foreach (var outcome in batch.RowOutcomes.Span)
        {
            Known(Seam, (RowOutcome)outcome);
        }

        foreach (var refused in batch.Refused)
        {
            var isRefusal = Known(Seam, refused.Outcome) is not (LeadEntryOutcome.Added or LeadEntryOutcome.Updated);
            Check(Seam, isRefusal && refused.Row >= 1 && refused.Row <= last, RefusedOnce);
        }
    }

    /// <summary>An import of the history whose state this version knows.</summary>
    public static LedgerImport Import(LedgerImport import)
    {
        Check(nameof(IImportLedger), import is { Import: not null, Counts: not null, Batches: >= 0 }, "an import with its counts");
        Known(nameof(IImportLedger), import.State);
        return import;
    }

    /// <summary>The next batch to be undone: another one than those before it, and each of its leads either created or changed.</summary>
    public static void UndoableBatch(UndoableBatch batch, string importId, int lastUndone)
    {
        const string Seam = nameof(IUndoLedger);
        Check(Seam, batch.ImportId == importId && batch.Number < lastUndone, "the batches of the import from the last to the first");
        foreach (var lead in Whole(Seam, batch.Leads))
        {
            Check(Seam, lead.Before is null == lead.After is null, "a lead before and after its change, or neither");
        }
    }

    public static SellsyImportException Broken(string seam, string found, string expected) =>
        new(ErrorCodes.SeamContractBroken, seam, found, expected);
}
