using System.Globalization;
using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows the imports of a database.</summary>
internal sealed class HistoryPresenter(IDisplay display, ConsoleTexts texts)
{
    public void Show(IReadOnlyList<LedgerImport> imports, string database)
    {
        display.Title(texts.HistoryTitle(database));
        if (imports.Count == 0)
        {
            display.Line(texts.HistoryEmpty);
            return;
        }

        display.Table(
            [
                texts.Import, texts.File, texts.StartedAt, texts.State, texts.Rows,
                .. Enum.GetValues<RowOutcome>().Select(texts.Library.Label),
            ],
            imports.Select(Cells));
    }

    private IReadOnlyList<string> Cells(LedgerImport import)
    {
        var counts = import.Counts;
        return
        [
            import.Import.ImportId,
            import.Import.FileName,
            import.Import.StartedAt.UtcDateTime.ToString("u", CultureInfo.InvariantCulture),
            texts.OfState(import.State),
            $"{counts.Read}",
            .. Enum.GetValues<RowOutcome>().Select(outcome => $"{CountOf(counts, outcome)}"),
        ];
    }

    private static long CountOf(ImportCounts counts, RowOutcome outcome) => outcome switch
    {
        RowOutcome.Added => counts.Added,
        RowOutcome.Updated => counts.Updated,
        RowOutcome.Unchanged => counts.Unchanged,
        RowOutcome.Skipped => counts.Skipped,
        _ => counts.Errors,
    };
}
