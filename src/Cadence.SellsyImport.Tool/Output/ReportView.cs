namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows the outcomes of the rows, and the reasons if the write found more of them than the preview.</summary>
internal static class ReportView
{
    public static void Show(Display display, ImportReport report, string database)
    {
        var counts = report.Counts;
        display.Table(
            Say("Rapport", "Report"),
            [Say("Résultat", "Outcome"), Say("Lignes", "Rows")],
            [Library.Label(RowOutcome.Added), $"{counts.Added}"],
            [Library.Label(RowOutcome.Updated), $"{counts.Updated}"],
            [Library.Label(RowOutcome.Unchanged), $"{counts.Unchanged}"],
            [Library.Label(RowOutcome.Skipped), $"{counts.Skipped}"],
            [Library.Label(RowOutcome.Error), $"{counts.Errors}"]);
        display.Line(Say(
            $"Lignes lues : {counts.Read} = ajoutées : {counts.Added} + mises à jour : {counts.Updated} + inchangées : {counts.Unchanged} + ignorées : {counts.Skipped} + en erreur : {counts.Errors}",
            $"{counts.Read} read = {counts.Added} added + {counts.Updated} updated + {counts.Unchanged} unchanged + {counts.Skipped} skipped + {counts.Errors} in error"));
        if (!report.Issues.SequenceEqual(report.Plan.Issues))
        {
            PlanView.ShowReasons(display, report.Issues);
        }

        OwnersView.ShowDefaults(display, report.Plan, report.Issues);
        var id = report.Import.ImportId;
        if (report.ResumedAtRow is { } row)
        {
            display.Line(Say($"Importation {id} reprise à la ligne {row}", $"Import {id} resumed at row {row}"));
        }

        display.Line(Say($"Importation {id} dans {database}", $"Import {id} into {database}"));
    }
}
