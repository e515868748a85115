using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows a preview: the counts, the reasons and the first rows.</summary>
internal sealed class PlanPresenter(IDisplay display, ConsoleTexts texts)
{
    private const int RowsShown = 20;

    public async Task ShowAsync(IAsyncEnumerable<PreviewRow> rows, ImportPlan plan, CancellationToken cancellationToken)
    {
        display.Title(texts.PreviewTitle);
        if (plan.Interrupted is { } interrupted)
        {
            display.Line(texts.InterruptedShown(interrupted));
            display.Line(texts.InterruptedRemedy(interrupted));
        }

        display.Table(
            [texts.Status, texts.Rows],
            [
                [texts.Blank, $"{plan.Counts.Blank}"],
                [texts.Library.Label(RowStatus.Active), $"{plan.Counts.Active}"],
                [texts.Library.Label(RowStatus.Error), $"{plan.Counts.Error}"],
            ]);
        new ReasonsPresenter(display, texts).Show(FileFindings.Counted(plan.Issues, plan));
        foreach (var finding in FileFindings.OfWholeFile(plan))
        {
            display.Line($"{finding.Column} → {texts.Library.IssueText(finding)}");
        }

        new PoliciesPresenter(display, texts).Show(plan);
        var first = await rows.Take(RowsShown).ToListAsync(cancellationToken);
        display.Title(texts.FirstRows(first.Count, plan.Rows));
        display.Table(
            [texts.Row, texts.LinesOfFile, texts.ContactId, texts.Contact, texts.Status, texts.Reason],
            first.Select(row => Cells(row, plan.Mapping)));
    }

    private IReadOnlyList<string> Cells(PreviewRow row, FieldMapping mapping) =>
    [
        $"{row.Number}",
        Words.Lines(row.Row.Lines),
        ContactId.Of(row, mapping),
        $"{row.Lead?.FirstName} {row.Lead?.LastName}".Trim(),
        texts.Library.Label(row.Status),
        string.Join(" ", row.Issues.Select(texts.Library.IssueText)),
    ];
}
