using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows side by side what each policy would do with the rows whose contact is in Cadence already, where there are any.</summary>
internal sealed class PoliciesPresenter(IDisplay display, ConsoleTexts texts)
{
    public void Show(ImportPlan plan)
    {
        if (plan.Counts.Active == 0)
        {
            return;
        }

        display.Title(texts.PoliciesTitle);
        display.Table(
            [
                "--existing",
                texts.Library.Label(RowOutcome.Updated),
                texts.Library.Label(RowOutcome.Unchanged),
                texts.Library.Label(RowOutcome.Skipped),
            ],
            plan.PolicyCounts.Select(counts => (IReadOnlyList<string>)
            [
                counts.Policy == plan.ExistingLeads ? $"{Words.Of(counts.Policy)} *" : Words.Of(counts.Policy),
                $"{counts.Updated}",
                $"{counts.Unchanged}",
                $"{counts.Skipped}",
            ]));
    }
}
