using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows why rows are in error or have a warning: each cause once, with its number of rows.</summary>
internal static class CausesView
{
    private const int CausesShown = 30;

    public static void Show(Display display, ImportPlan plan)
    {
        var assumptions = PlanView.Counted([], plan).Select(issue => (issue.Severity, Library.IssueTitle(issue.Code), issue.Count, FirstRow: ""));
        var causes = plan.Causes.OrderByDescending(cause => cause.Severity == IssueSeverity.Error).ThenByDescending(cause => cause.Rows);
        var all = causes.Select(cause => (cause.Severity, TextOf(cause), cause.Rows, FirstRow: $"{cause.FirstRow}")).Concat(assumptions).ToList();
        if (all.Count == 0)
        {
            return;
        }

        display.Table(
            Say("Raisons", "Reasons"),
            [Say("Gravité", "Severity"), Say("Raison", "Reason"), Say("Lignes", "Rows"), Say("Dès la ligne", "From row")],
            all.Take(CausesShown).Select(cause => new Cell[] { Cell.Of(cause.Severity), cause.Item2, cause.Item3, cause.FirstRow }));
        var left = all.Count - CausesShown + plan.CausesLeftOut;
        if (left > 0)
        {
            display.Line(Say($"Autres raisons : {Cell.Amount(left)} ; --statuses les donne ligne par ligne.", $"More reasons: {Cell.Amount(left)}; --statuses has them row by row."));
        }
    }

    /// <summary>Shows the reasons of a report, which has no causes: what the write found comes on top.</summary>
    public static void Show(Display display, IReadOnlyCollection<IssueCount> issues)
    {
        if (issues.Count > 0)
        {
            display.Table(
                Say("Raisons", "Reasons"),
                [Say("Gravité", "Severity"), Say("Raison", "Reason"), Say("Lignes", "Rows")],
                issues.Select(issue => new Cell[] { Cell.Of(issue.Severity), Library.IssueTitle(issue.Code), issue.Count }));
        }
    }

    private static string TextOf(ImportCause cause)
    {
        var field = cause.Field is null ? "" : $"{Library.FieldLabel(cause.Field)}{Say(" : ", ": ")}";
        var argument = cause.Argument is { Length: > 0 } common ? $"{Say(" : ", ": ")}{common}" : "";
        return $"{field}{Library.IssueTitle(cause.Code)}{argument}";
    }
}
