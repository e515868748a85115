using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>A row with what became of it. Immutable.</summary>
/// <param name="Preview">The row as the preview showed it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Issues">All its reasons: those of the preview, and what the write found.</param>
public sealed record ReportRow(PreviewRow Preview, RowOutcome Outcome, ImmutableArray<ImportIssue> Issues)
{
    private readonly ValueList<ImportIssue> _issues = Issues;

    /// <summary>All its reasons: those of the preview, and what the write found.</summary>
    public ImmutableArray<ImportIssue> Issues
    {
        get => _issues;
        init => _issues = value;
    }

    /// <summary>The one-based number of the row.</summary>
    public long Number => Preview.Number;

    /// <summary>
    /// The status after the import. <see cref="RowStatus.Success"/>: the row was blank in the preview and the store accepted it, also if it
    /// completed the lead of an earlier row. <see cref="RowStatus.Error"/>: the store refused the row. Otherwise the status of the preview.
    /// </summary>
    public RowStatus Status => Outcome switch
    {
        RowOutcome.Error => RowStatus.Error,
        not (RowOutcome.Skipped or RowOutcome.Pending) when Preview.Status == RowStatus.Blank => RowStatus.Success,
        _ => Preview.Status,
    };

    /// <summary>Identifies the row, without any value of the file.</summary>
    /// <returns>The number and the outcome.</returns>
    public override string ToString() => $"row {Number}: {Outcome}";
}
