using System.Collections.Immutable;
using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows how many rows have which reason.</summary>
internal sealed class ReasonsPresenter(IDisplay display, ConsoleTexts texts)
{
    public void Show(ImmutableArray<IssueCount> issues)
    {
        if (issues.Length == 0)
        {
            return;
        }

        display.Title(texts.ReasonsTitle);
        display.Table(
            [texts.Severity, texts.Reason, texts.Rows],
            issues.Select(issue => (IReadOnlyList<string>)
                [texts.OfSeverity(issue.Severity), texts.Library.IssueTitle(issue.Code), $"{issue.Count}"]));
    }
}
