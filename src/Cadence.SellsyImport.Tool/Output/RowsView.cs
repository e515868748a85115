namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows rows of a preview: who it is, the owner and the status on one line, and the reasons below it.</summary>
internal static class RowsView
{
    public static void Show(Display display, IReadOnlyList<PreviewRow> rows, ImportPlan plan) => display.Entries(
        Say($"Premières lignes : {rows.Count} sur {Cell.Amount(plan.Rows)}", $"First rows: {rows.Count} of {Cell.Amount(plan.Rows)}"),
        [Say("Ligne", "Row"), "Contact", Say("Société", "Company"), "E-mail", Say("Propriétaire", "Owner"), Say("Statut", "Status")],
        [.. rows.Select(row => (CellsOf(row, plan.Mapping), DetailsOf(row, plan.Mapping)))]);

    public static string NameOf(PreviewRow row) => $"{row.Lead?.FirstName} {row.Lead?.LastName}".Trim();

    private static Cell[] CellsOf(PreviewRow row, FieldMapping mapping) =>
    [
        row.Number,
        NameOf(row) is { Length: > 0 } name ? name : PlanView.ContactId(row, mapping),
        row.Lead?.Company?.Name ?? "",
        row.Lead?.Emails.FirstOrDefault()?.Address ?? "",
        OwnersView.Of(row),
        Cell.Of(row.Status),
    ];

    /// <summary>All reasons; where there are some, also where the row stands in the file.</summary>
    private static string[] DetailsOf(PreviewRow row, FieldMapping mapping)
    {
        if (row.Issues.IsEmpty)
        {
            return [];
        }

        var id = PlanView.ContactId(row, mapping) is { Length: > 0 } known ? Say($", ID Sellsy {known}", $", Sellsy ID {known}") : "";
        var lines = row.Row.Lines;
        var place = lines.First == lines.Last
            ? Say($"Ligne {lines.First} du fichier{id}.", $"Line {lines.First} of the file{id}.")
            : Say($"Lignes {lines.First} à {lines.Last} du fichier{id}.", $"Lines {lines.First} to {lines.Last} of the file{id}.");
        return [place, .. row.Issues.Select(issue => $"- {Library.IssueText(issue)}")];
    }
}
