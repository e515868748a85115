using System.Collections.Immutable;
using Cadence.SellsyImport.Planning;

namespace Cadence.SellsyImport;

/// <summary>
/// The verdict on every row of one file under one mapping, bound to both by their hashes: what the person sees and ticks, and what the
/// write obeys. Immutable and thread-safe. It holds about one byte a row; the rows themselves are read again from the file.
/// </summary>
public sealed class ImportPlan
{
    private readonly PlanVerdicts _verdicts;

    internal ImportPlan(PlanVerdicts verdicts) => _verdicts = verdicts;

    /// <summary>The name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>The hash of the file's bytes: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public required string FileHash { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long FileLength { get; init; }

    /// <summary>What was found out about the bytes of the file.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>The mapping under which the rows were judged.</summary>
    public required FieldMapping Mapping { get; init; }

    /// <summary>What the whole file says about its columns.</summary>
    public required ExportFacts Facts { get; init; }

    /// <summary>What becomes of a contact that stands on several rows.</summary>
    public required RepeatedContacts RepeatedContacts { get; init; }

    /// <summary>The answer for every distinct owner of the file.</summary>
    public required ImmutableArray<OwnerResolution> Owners { get; init; }

    /// <summary>How many rows have which status.</summary>
    public required StatusCounts Counts { get; init; }

    /// <summary>How many rows have which issue, errors first, then by count and code.</summary>
    public required ImmutableArray<IssueCount> Issues { get; init; }

    /// <summary>What was remarkable about the file as a whole: its format and its columns.</summary>
    public required ImmutableArray<ImportIssue> Findings { get; init; }

    /// <summary>The number of rows.</summary>
    public long Rows => _verdicts.Rows;

    internal PlanVerdicts Verdicts => _verdicts;

    /// <summary>
    /// Where to start reading for a row: near it, unless the file changes its headings or its encoding midway, which only a reading from
    /// the start meets.
    /// </summary>
    internal RowPosition PositionBefore(long row) =>
        _verdicts.PositionBefore(Issues.Any(issue => issue.Code is IssueCodes.HeadingsChange or IssueCodes.EncodingChanges) ? 1 : row);

    /// <summary>The status of a row.</summary>
    /// <param name="row">The one-based number of the row.</param>
    /// <returns>Blank, active or error.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such row.</exception>
    public RowStatus StatusOf(long row) => _verdicts.StatusOf(row);
}
