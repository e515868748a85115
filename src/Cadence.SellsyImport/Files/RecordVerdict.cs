using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>What was found out about an unusual record.</summary>
/// <param name="Length">The bytes of its text, without line end, that belong to the row: all of it, or only the first line.</param>
/// <param name="Issues">What is wrong with the row.</param>
internal readonly record struct RecordVerdict(int Length, ImmutableArray<ImportIssue> Issues)
{
    /// <summary>Whether the row is in error.</summary>
    public bool IsError => Issues.Any(issue => issue.Severity == IssueSeverity.Error);

    /// <summary>Whether a quoted cell was not closed, so that the lines after the first are no note.</summary>
    public bool IsNotClosed => Issues.Any(issue => issue.Code == IssueCodes.QuoteNotClosed);

    /// <summary>The line of the other headings that the records from here on are under.</summary>
    public long OtherHeadingsLine(long line, long before)
    {
        foreach (var issue in Issues)
        {
            if (issue.Code == IssueCodes.HeadingsRepeated)
            {
                return 0;
            }

            if (issue.Code == IssueCodes.HeadingsChange && before == 0)
            {
                return line;
            }
        }

        return before;
    }
}
