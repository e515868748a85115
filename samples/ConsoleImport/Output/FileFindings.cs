using System.Collections.Immutable;
using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>What was found out about a file as a whole and about its columns.</summary>
internal static class FileFindings
{
    public static ImmutableArray<ImportIssue> Of(ExportOverview overview) => [.. overview.Format.Findings, .. overview.Suggestion.Findings];

    public static ImmutableArray<ImportIssue> Of(ImportPlan plan, ExportOverview overview) => [.. plan.Findings, .. overview.Suggestion.Findings];

    /// <summary>What only the whole file tells: the columns whose order of day and month was assumed.</summary>
    public static IEnumerable<ImportIssue> OfWholeFile(ImportPlan plan) =>
        plan.Findings.Where(finding => finding.Code == IssueCodes.DateOrderAssumed);

    /// <summary>The issues of the rows, and an assumption about a column counted once a column, so that nobody misses it.</summary>
    public static ImmutableArray<IssueCount> Counted(ImmutableArray<IssueCount> issues, ImportPlan plan) =>
    [
        .. issues,
        .. OfWholeFile(plan).CountBy(finding => (finding.Code, finding.Severity))
            .Select(count => new IssueCount(count.Key.Code, count.Key.Severity, count.Value)),
    ];
}
