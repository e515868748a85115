using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows what would change in leads that are there: each field before and after.</summary>
internal sealed class ChangesPresenter(IDisplay display, ConsoleTexts texts)
{
    public void Show(IReadOnlyList<PreviewRow> rows, ImportPlan plan)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var updated = plan.PolicyCounts.First(counts => counts.Policy == plan.ExistingLeads).Updated;
        display.Title(texts.ChangesTitle(rows.Count, updated));
        display.Table([texts.Row, texts.ContactId, texts.Field, texts.Before, texts.After], rows.SelectMany(Cells));
    }

    private IEnumerable<IReadOnlyList<string>> Cells(PreviewRow row) => row.Changes.Select(change => (IReadOnlyList<string>)
    [
        $"{row.Number}",
        row.Lead?.SellsyContactId ?? "",
        change.Field,
        change.Before ?? texts.Blank,
        change.After ?? texts.Blank,
    ]);
}
