using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A row with all that is known of it.</summary>
internal sealed record RowDetailView(
    [property: JsonIgnore] RowView Row, IReadOnlyList<CellView> Cells, IReadOnlyList<LabelledText> Lead, IReadOnlyList<FindingView> Issues, IReadOnlyList<string> Cadences,
    IReadOnlyList<ChangeView> Changes, MatchView? Match)
    : RowView(Row);
