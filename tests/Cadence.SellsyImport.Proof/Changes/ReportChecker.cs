using Cadence.SellsyImport.Proof.Changes.Stores;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>Checks that every row has one outcome, that the outcome is what the store shows, and that each refusal has a cause.</summary>
internal sealed class ReportChecker(Model model, StoreContent store, KnownImport import, ImportReport report)
{
    private const string OwnerChanged = "OwnerChangedSincePreview";

    public void CheckBooks()
    {
        var counts = report.Counts;
        if (!counts.IsBalanced || counts.Read != import.Shown.Rows.Length)
        {
            throw new BrokenPromiseException("The books of the report do not balance", $"{counts}, {import.Shown.Rows.Length} rows shown");
        }

        var outcomes = Enumerable.Range(1, import.Shown.Rows.Length).CountBy(row => report.OutcomeOf(row)).ToDictionary();
        var tally = new ImportCounts(
            counts.Read,
            outcomes.GetValueOrDefault(RowOutcome.Added),
            outcomes.GetValueOrDefault(RowOutcome.Updated),
            outcomes.GetValueOrDefault(RowOutcome.Unchanged),
            outcomes.GetValueOrDefault(RowOutcome.Skipped),
            outcomes.GetValueOrDefault(RowOutcome.Error));
        var stored = store.Imports[import.Id];
        if (tally != counts || stored.Counts != counts || stored.State != "finished")
        {
            throw new BrokenPromiseException("Report and history differ", $"{counts} reported, {tally} by rows, {stored} in the store");
        }
    }

    public void CheckRows(IEnumerable<ReportRow> rows)
    {
        var writable = import.Shown.Writable(import.Ticked);
        var count = 0;
        foreach (var (row, shown) in rows.Zip(import.Shown.Rows))
        {
            count++;
            CheckRow(row, shown, [.. writable[shown.File.ContactId]]);
        }

        if (count != import.Shown.Rows.Length)
        {
            throw new BrokenPromiseException("The report has other rows than the preview", $"{count} of {import.Shown.Rows.Length}");
        }
    }

    private void CheckRow(ReportRow row, ShownRow shown, IReadOnlyList<ShownRow> writable)
    {
        if (row.Outcome != report.OutcomeOf(row.Number))
        {
            throw Broken("A row has two outcomes", row, shown);
        }

        var written = import.Written.GetValueOrDefault(shown.File.ContactId);
        var isFirst = writable.FirstOrDefault() == shown;
        var isRight = row.Outcome switch
        {
            _ when shown.Status == RowStatus.Error => row.Outcome == RowOutcome.Error,
            _ when !writable.Contains(shown) => row.Outcome == RowOutcome.Skipped,
            _ when written?.IsUncertain == true => true,
            RowOutcome.Added => isFirst && shown.Status == RowStatus.Blank && written is { Before: null },
            RowOutcome.Updated => written is { } done && (shown.Status == RowStatus.Active ? done.Before is not null : !isFirst),
            RowOutcome.Unchanged => shown.Status == RowStatus.Active ? written is null : !isFirst && written is not null,
            RowOutcome.Error => written is null && Reasons(row).Any() && Reasons(row).All(code => writable.Any(one => IsCaused(code, one))),
            _ => false,
        };
        var isSaidWritten = row.Outcome is RowOutcome.Added or RowOutcome.Updated || (row.Outcome == RowOutcome.Unchanged && shown.Status == RowStatus.Blank && !isFirst);
        if (!isRight && !(isSaidWritten && IsLostAgain(shown)))
        {
            throw Broken("The outcome of a row is not what happened", row, shown);
        }
    }

    /// <summary>A person removed the lead during the call that wrote it, so that the store does not show that it was written.</summary>
    private bool IsLostAgain(ShownRow shown) => model.IsTouchedSince(shown.File.ContactId, import.Shown.Seen.To) && !store.Leads.ContainsKey(shown.File.ContactId);

    private static IEnumerable<string> Reasons(ReportRow row) =>
        row.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Code);

    /// <summary>Whether this row explains the refusal; the rows of one lead are refused together.</summary>
    private bool IsCaused(string code, ShownRow shown) => code switch
    {
        IssueCodes.AppearedSincePreview or IssueCodes.ChangedSincePreview or IssueCodes.VanishedSincePreview =>
            model.IsTouchedSince(shown.File.ContactId, import.Shown.Seen.From),
        OwnerChanged => model.IsTouchedSince(shown.Owner!.Id, import.Shown.Seen.From) || model.IsTouchedSince(shown.File.Owner, import.Shown.Seen.From),
        _ => false,
    };

    private BrokenPromiseException Broken(string kind, ReportRow row, ShownRow shown)
    {
        var contact = shown.File.ContactId;
        var others = import.Shown.Rows.Where(one => one.File.ContactId == contact).Select(one => $"{one.Number} {one.Status} {one.File.Line}");
        return new(
            kind,
            $"{import}, row {row.Number} is {row.Outcome} ({string.Join(", ", Reasons(row))}); shown {shown}; "
            + $"written {import.Written.GetValueOrDefault(contact)}; lead {model.LeadOf(contact)}, {store.Leads.GetValueOrDefault(contact)}; "
            + $"rows of the contact {string.Join(" and ", others)}");
    }
}
