using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows what became of the rows, and the reasons where the write found more of them than the preview.</summary>
internal sealed class ReportPresenter(IDisplay display, ConsoleTexts texts)
{
    public void Show(ImportReport report, string database)
    {
        var counts = report.Counts;
        display.Title(texts.ReportTitle);
        display.Table(
            [texts.Outcome, texts.Rows],
            [
                [texts.Library.Label(RowOutcome.Added), $"{counts.Added}"],
                [texts.Library.Label(RowOutcome.Updated), $"{counts.Updated}"],
                [texts.Library.Label(RowOutcome.Unchanged), $"{counts.Unchanged}"],
                [texts.Library.Label(RowOutcome.Skipped), $"{counts.Skipped}"],
                [texts.Library.Label(RowOutcome.Error), $"{counts.Errors}"],
            ]);
        display.Line(texts.Books(counts));
        if (!report.Issues.SequenceEqual(report.Plan.Issues))
        {
            new ReasonsPresenter(display, texts).Show(report.Issues);
        }

        if (report.ResumedAtRow is { } row)
        {
            display.Line(texts.Resumed(report.Import.ImportId, row));
        }

        display.Line(texts.Imported(report.Import.ImportId, database));
    }
}
