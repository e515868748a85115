using System.Collections.Immutable;

namespace Cadence.SellsyImport;

/// <summary>A row with what became of it. Immutable.</summary>
/// <param name="Preview">The row as the preview showed it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Issues">All its reasons: those of the preview, and what the write found.</param>
public sealed record ReportRow(PreviewRow Preview, RowOutcome Outcome, ImmutableArray<ImportIssue> Issues)
{
    /// <summary>The one-based number of the row.</summary>
    public long Number => Preview.Number;

    /// <summary>Tells which row this is, without any value of the file.</summary>
    /// <returns>The number and the outcome.</returns>
    public override string ToString() => $"row {Number}: {Outcome}";
}
