using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>What the plan, the report, its rows and the store say of one another.</summary>
internal static class Promises
{
    public static FuzzFinding? Check(ImportReport report, List<ReportRow> rows, IReadOnlyList<LeadEntry> leads, long rejected)
    {
        var counts = report.Counts;
        var plan = report.Plan;
        if (!counts.IsBalanced || counts.Read != plan.Rows || counts.Read != rows.Count)
        {
            return new("the books balance", $"{counts}, {plan.Rows} rows planned, {rows.Count} reported");
        }

        if ((counts.Added, counts.Skipped, counts.Errors) != (plan.Counts.Blank, plan.Counts.Active, plan.Counts.Error))
        {
            return new("the write obeys the plan", $"{counts}, planned: {plan.Counts}");
        }

        if (rejected != counts.Errors)
        {
            return new("the rejected rows are the rows in error", $"{rejected} written, {counts.Errors} in error");
        }

        var added = rows.Where(row => row.Outcome == RowOutcome.Added);
        var stored = leads.Select(entry => (entry.Row, (Lead?)entry.Lead));
        if (!added.Select(row => (row.Number, row.Preview.Lead)).SequenceEqual(stored))
        {
            return new("the store holds the leads that the rows show", $"{leads.Count} leads");
        }

        return rows.Select(CheckRow).FirstOrDefault(finding => finding is not null);
    }

    private static FuzzFinding? CheckRow(ReportRow row)
    {
        var isError = row.Issues.Any(issue => issue.Severity == IssueSeverity.Error);
        if (isError != (row.Preview.Status == RowStatus.Error) || isError != (row.Outcome == RowOutcome.Error))
        {
            return new("a row in error says why, and no other does", $"{row}, {row.Preview}, {string.Join(", ", row.Issues)}");
        }

        var untold = row.Issues.FirstOrDefault(issue => Untold(ImportTexts.French, issue) || Untold(ImportTexts.English, issue));
        return untold is null ? null : new("every reason has its text", untold.ToString());
    }

    private static bool Untold(ImportTexts texts, ImportIssue issue)
    {
        var text = texts.IssueText(issue);
        return text.Contains(issue.Code, StringComparison.Ordinal)
            && !issue.Arguments.Any(argument => argument.Contains(issue.Code, StringComparison.Ordinal));
    }
}
