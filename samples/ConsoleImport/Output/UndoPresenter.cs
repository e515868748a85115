using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows what became of the leads of an import that was undone; those that stayed, with their reasons.</summary>
internal sealed class UndoPresenter(IDisplay display, ConsoleTexts texts)
{
    private const int ExceptionsShown = 100;

    public void Show(UndoReport report, string database)
    {
        display.Title(texts.UndoTitle);
        display.Table(
            [texts.Outcome, texts.Leads],
            [
                [texts.OfOutcome(UndoOutcome.Removed), $"{report.Removed}"],
                [texts.OfOutcome(UndoOutcome.Restored), $"{report.Restored}"],
                [texts.OfOutcome(UndoOutcome.Kept), $"{report.Kept}"],
                [texts.OfOutcome(UndoOutcome.Vanished), $"{report.Vanished}"],
            ]);
        display.Line(texts.CompaniesUndone(report.Companies));
        if (report.Exceptions.Length > 0)
        {
            var shown = report.Exceptions.Take(ExceptionsShown).ToList();
            display.Title(texts.ExceptionsTitle(shown.Count, report.Exceptions.Length));
            display.Table([texts.Row, texts.ContactId, texts.Outcome, texts.Field, texts.Reason], shown.Select(Cells));
        }

        if (report.LaterImports.Length > 0)
        {
            display.Line(texts.LaterImports(string.Join(", ", report.LaterImports)));
        }

        display.Line(texts.Undone(report.Import.ImportId, database));
    }

    private IReadOnlyList<string> Cells(UndoneLead lead) =>
    [
        $"{lead.Row}",
        lead.SellsyContactId,
        texts.OfOutcome(lead.Outcome),
        string.Join(", ", UndonePart.FieldsOf(lead)),
        string.Join(" ", UndonePart.ReasonsOf(lead).Select(texts.Library.IssueText)),
    ];
}
