namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows a preview: the counts, the reasons, what each policy would do, the first rows and the fields that would change.</summary>
internal static class PlanView
{
    public static async Task ShowAsync(Display display, IAsyncEnumerable<PreviewRow> rows, ImportPlan plan, int shown, CancellationToken cancellationToken)
    {
        ShowInterrupted(display, plan.Interrupted);
        ShowCounts(display, plan);
        CausesView.Show(display, plan);
        OwnersView.ShowDefaults(display, plan, plan.Issues);
        foreach (var finding in Assumptions(plan))
        {
            display.Line($"{finding.Column} → {Library.IssueText(finding)}");
        }

        ShowPolicies(display, plan);
        var first = await rows.Take(shown).ToListAsync(cancellationToken);
        if (first.Count > 0)
        {
            RowsView.Show(display, first, plan);
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
                rows.SelectMany(row => row.Changes.Select(change => new Cell[]
                {
                    row.Number, row.Lead?.SellsyContactId ?? "", Library.FieldLabel(change), change.Before ?? blank, change.After ?? blank,
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

    private static void ShowCounts(Display display, ImportPlan plan)
    {
        var policy = plan.PolicyCounts.First(counts => counts.Policy == plan.ExistingLeads);
        List<Cell[]> counts =
        [
            [Cell.Of(RowStatus.Blank), plan.Counts.Blank, Say("absentes de Cadence : peuvent être ajoutées", "not in Cadence: can be added")],
            [Cell.Of(RowStatus.Active), plan.Counts.Active, Say("déjà dans Cadence", "in Cadence already") + (plan.Counts.Active == 0 ? "" : Fate(policy))],
            [Cell.Of(RowStatus.Error), plan.Counts.Error, Say("ne peuvent pas être importées", "cannot be imported")],
        ];
        if (plan.Counts.Excluded > 0)
        {
            counts.Add([Cell.Of(RowStatus.Excluded), plan.Counts.Excluded, Say("exclues par une correction", "excluded by a correction")]);
        }

        display.Table(
            Say($"Aperçu de l'importation, lignes : {Cell.Amount(plan.Rows)}", $"Preview of the import, rows: {Cell.Amount(plan.Rows)}"),
            [Say("Statut", "Status"), Say("Lignes", "Rows"), Say("Signification", "Meaning")],
            counts);
    }

    /// <summary>What the chosen policy does with the rows whose contact is in Cadence.</summary>
    private static string Fate(PolicyCounts policy) => policy.Policy == ExistingLeadPolicy.Skip
        ? Say(" : restent tels quels (--existing skip)", ": stay as they are (--existing skip)")
        : Say(
            $" : {Cell.Amount(policy.Updated)} à mettre à jour, {Cell.Amount(policy.Unchanged)} inchangées (--existing {Words.Of(policy.Policy)})",
            $": {Cell.Amount(policy.Updated)} to update, {Cell.Amount(policy.Unchanged)} unchanged (--existing {Words.Of(policy.Policy)})");

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
                plan.PolicyCounts.Select(counts => new Cell[]
                {
                    counts.Policy == plan.ExistingLeads ? $"{Words.Of(counts.Policy)} *" : Words.Of(counts.Policy),
                    counts.Updated,
                    counts.Unchanged,
                    counts.Skipped,
                }));
        }
    }
}
