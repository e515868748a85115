namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows the outcomes of the rows, and the reasons if the write found more of them than the preview.</summary>
internal static class ReportView
{
    public static void Show(Display display, ImportReport report, string database)
    {
        var counts = report.Counts;
        (RowOutcome Outcome, long Rows, string Meaning)[] outcomes =
        [
            (RowOutcome.Added, counts.Added, Say("nouveaux leads dans Cadence", "new leads in Cadence")),
            (RowOutcome.Updated, counts.Updated, Say("leads dont des champs ont changé", "leads whose fields changed")),
            (RowOutcome.Unchanged, counts.Unchanged, Say("déjà dans Cadence, rien à changer", "in Cadence already, nothing to change")),
            (RowOutcome.Skipped, counts.Skipped, Say("non cochées, ou déjà dans Cadence et laissées telles quelles", "not ticked, or in Cadence already and left as they are")),
            (RowOutcome.Error, counts.Errors, Say("non importées ; --report REJETS.csv les écrit pour les corriger", "not imported; --report REJECTED.csv writes them to be corrected")),
        ];
        display.Table(
            Say("Rapport", "Report"),
            [Say("Résultat", "Outcome"), Say("Lignes", "Rows"), Say("Signification", "Meaning")],
            outcomes.Select(outcome => new Cell[] { outcome.Rows == 0 ? new(Library.Label(outcome.Outcome), Tone.Faint) : Cell.Of(outcome.Outcome), outcome.Rows, outcome.Meaning }));
        display.Line(CountsText.Of(counts));
        if (!report.Issues.SequenceEqual(report.Plan.Issues))
        {
            CausesView.Show(display, report.Issues);
        }

        OwnersView.ShowDefaults(display, report.Plan, report.Issues);
        var id = report.Import.ImportId;
        if (report.ResumedAtRow is { } row)
        {
            display.Line(Say($"Import {id} repris à la ligne {row}", $"Import {id} resumed at row {row}"));
        }

        display.Line(Say($"Import {id} dans {database}", $"Import {id} into {database}"));
    }
}
