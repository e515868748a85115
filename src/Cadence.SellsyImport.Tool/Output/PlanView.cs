namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows a preview: the counts, the reasons, what each policy would do, the first rows and the fields that would change.</summary>
internal static class PlanView
{
    private const int RowsShown = 20;

    public static async Task ShowAsync(Display display, IAsyncEnumerable<PreviewRow> rows, ImportPlan plan, CancellationToken cancellationToken)
    {
        ShowInterrupted(display, plan.Interrupted);
        display.Table(
            Say("Aperçu de l'importation", "Preview of the import"),
            [Say("Statut", "Status"), Say("Lignes", "Rows")],
            [Say("(vide)", "(blank)"), $"{plan.Counts.Blank}"],
            [Library.Label(RowStatus.Active), $"{plan.Counts.Active}"],
            [Library.Label(RowStatus.Error), $"{plan.Counts.Error}"]);
        ShowReasons(display, Counted(plan.Issues, plan));
        OwnersView.ShowDefaults(display, plan, plan.Issues);
        foreach (var finding in Assumptions(plan))
        {
            display.Line($"{finding.Column} → {Library.IssueText(finding)}");
        }

        ShowPolicies(display, plan);
        var first = await rows.Take(RowsShown).ToListAsync(cancellationToken);
        display.Table(
            Say($"Premières lignes : {first.Count} sur {plan.Rows}", $"First rows: {first.Count} of {plan.Rows}"),
            [
                Say("Ligne", "Row"), Say("Lignes du fichier", "Lines of the file"), Say("ID Sellsy", "Sellsy ID"), "Contact", Say("Propriétaire", "Owner"),
                Say("Statut", "Status"), Say("Raison", "Reason"),
            ],
            first.Select(row => new[]
            {
                $"{row.Number}",
                Words.Lines(row.Row.Lines),
                ContactId(row, plan.Mapping),
                $"{row.Lead?.FirstName} {row.Lead?.LastName}".Trim(),
                OwnersView.Of(row),
                Library.Label(row.Status),
                string.Join(" ", row.Issues.Select(Library.IssueText)),
            }));
    }

    public static void ShowReasons(Display display, IReadOnlyCollection<IssueCount> issues)
    {
        if (issues.Count > 0)
        {
            display.Table(
                Say("Raisons", "Reasons"),
                [Say("Gravité", "Severity"), Say("Raison", "Reason"), Say("Lignes", "Rows")],
                issues.Select(issue => new[]
                {
                    issue.Severity == IssueSeverity.Error ? Library.Label(RowStatus.Error) : Say("Avertissement", "Warning"),
                    Library.IssueTitle(issue.Code),
                    $"{issue.Count}",
                }));
        }
    }

    /// <summary>Shows each field before and after.</summary>
    public static void ShowChanges(Display display, IReadOnlyList<PreviewRow> rows, ImportPlan plan)
    {
        if (rows.Count > 0)
        {
            var updated = plan.PolicyCounts.First(counts => counts.Policy == plan.ExistingLeads).Updated;
            var blank = Say("(vide)", "(blank)");
            display.Table(
                Say($"Champs qui changeraient, lignes : {rows.Count} sur {updated}", $"Fields that would change, rows: {rows.Count} of {updated}"),
                [Say("Ligne", "Row"), Say("ID Sellsy", "Sellsy ID"), Say("Champ", "Field"), Say("Avant", "Before"), Say("Après", "After")],
                rows.SelectMany(row => row.Changes.Select(change => new[]
                {
                    $"{row.Number}", row.Lead?.SellsyContactId ?? "", change.Field, change.Before ?? blank, change.After ?? blank,
                })));
        }
    }

    /// <summary>The issues of the rows, with an assumption about a column counted once per column, so that nobody misses it.</summary>
    public static IReadOnlyCollection<IssueCount> Counted(IEnumerable<IssueCount> issues, ImportPlan plan) =>
    [
        .. issues,
        .. Assumptions(plan).CountBy(finding => (finding.Code, finding.Severity)).Select(count => new IssueCount(count.Key.Code, count.Key.Severity, count.Value)),
    ];

    /// <summary>The id of a row's contact, if the row has one.</summary>
    public static string ContactId(PreviewRow row, FieldMapping mapping) => row.Lead?.SellsyContactId
        ?? (mapping.Find(LeadFields.SellsyContactId)?.Column is { } column && row.Row.Columns.Contains(column.Index) ? row.Row[column.Index].Trim() : "");

    /// <summary>A result of the whole file: the columns whose order of day and month a person should check.</summary>
    private static IEnumerable<ImportIssue> Assumptions(ImportPlan plan) =>
        plan.Findings.Where(finding => finding.Code is IssueCodes.DateOrderAssumed or IssueCodes.DateOrderFound);

    private static void ShowInterrupted(Display display, InterruptedImport? interrupted)
    {
        if (interrupted is { ImportId: var id, NextRow: var row })
        {
            display.Line(Say(
                $"L'import {id} de ce fichier a été interrompu avant la ligne {row} : voici son plan, et ce que ses lignes sont devenues.",
                $"Import {id} of this file was interrupted before row {row}: this is its plan, with what became of its rows."));
            display.Line(Say(
                $"import ou resume {id} le continue ; end {id} y met fin, et l'aperçu suivant part de l'état présent.",
                $"import or resume {id} continues it; end {id} ends it, and the next preview starts from the present state."));
        }
    }

    /// <summary>Shows side by side what each policy would do with the rows whose contact is in Cadence already, if there are any.</summary>
    private static void ShowPolicies(Display display, ImportPlan plan)
    {
        if (plan.Counts.Active > 0)
        {
            display.Table(
                Say("Contacts déjà dans Cadence, selon --existing", "Contacts that are in Cadence already, by --existing"),
                ["--existing", Library.Label(RowOutcome.Updated), Library.Label(RowOutcome.Unchanged), Library.Label(RowOutcome.Skipped)],
                plan.PolicyCounts.Select(counts => new[]
                {
                    counts.Policy == plan.ExistingLeads ? $"{Words.Of(counts.Policy)} *" : Words.Of(counts.Policy),
                    $"{counts.Updated}",
                    $"{counts.Unchanged}",
                    $"{counts.Skipped}",
                }));
        }
    }
}
