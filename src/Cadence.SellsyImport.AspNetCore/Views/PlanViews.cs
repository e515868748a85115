namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Shows the counts and the causes of a plan.</summary>
internal sealed class PlanViews
{
    public PlanView Of(ImportPlan plan, ImportTexts texts) => new(
        plan.Rows,
        new(plan.Counts.Blank, plan.Counts.Active, plan.Counts.Error, plan.Counts.Excluded),
        [.. plan.PolicyCounts.Select(counts => new PolicyView(counts.Policy.ToString(), texts.Label(counts.Policy), counts.Updated, counts.Unchanged))],
        [.. plan.Issues.Select((issue, place) => CauseOf(issue, place, texts))],
        [.. plan.Owners.Select(owner => new OwnerView(owner.Owner.Name ?? owner.Owner.SellsyId ?? "", owner.User?.Id, owner.User?.FullName, 0))],
        [.. plan.Findings.Select(finding => SessionViews.FindingOf(finding, texts))]);

    private static CauseView CauseOf(IssueCount issue, int place, ImportTexts texts) => new(
        $"cause{place}", issue.Code, SessionViews.SeverityOf(issue.Severity), texts.IssueTitle(issue.Code), "", null, null, null, issue.Count, 0, null);
}
