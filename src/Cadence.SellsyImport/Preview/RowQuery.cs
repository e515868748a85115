namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Which rows of a preview or a report to read: those that meet every condition that is given, from a row on. Immutable.
/// </summary>
/// <remarks>
/// Rows by status, code, field or owner are sought: the plan knows where they are. Rows by text are not, and are found by reading on. One call looks
/// at 50,000 rows at most, so that it ends in well under a second; the page may then have fewer rows than asked for, or none, and
/// <see cref="RowPage{TRow}.NextRow"/> tells where to go on.
/// </remarks>
public sealed record RowQuery
{
    /// <summary>The most rows of a page.</summary>
    public const int MostRows = 1_000;

    /// <summary>The status: of a preview, or after the import where a report is read.</summary>
    /// <value>Default: null, any status.</value>
    public RowStatus? Status { get; init; }

    /// <summary>
    /// The code of an issue, one of <see cref="IssueCodes"/> or a host's own. With <see cref="Field"/>, one issue has both. <see cref="IssueCodes.ConsentStays"/>
    /// and <see cref="IssueCodes.RefusalStays"/> are not sought: they compare a row with its lead as it is when the row is shown.
    /// </summary>
    /// <value>Default: null, rows with and without issues.</value>
    public string? Code { get; init; }

    /// <summary>The field of an issue, by its name.</summary>
    /// <value>Default: null.</value>
    public string? Field { get; init; }

    /// <summary>The owner that the rows name, as in <see cref="ImportPlan.RowsByOwner"/>.</summary>
    /// <value>Default: null, any owner or none.</value>
    public OwnerReference? Owner { get; init; }

    /// <summary>
    /// A text that a cell of the row contains, whatever the case and the accents: <c>helene</c> finds <c>Hélène</c>. Only columns that are mapped
    /// are searched, and those that are kept unmapped; of a row that cannot be read, its line.
    /// </summary>
    /// <value>Default: null.</value>
    public string? Text { get; init; }

    /// <summary>The one-based number of the row from which on to read: 1, or <see cref="RowPage{TRow}.NextRow"/> of the page before.</summary>
    /// <value>1 or more. Default: 1.</value>
    public long FirstRow { get; init; } = 1;

    /// <summary>How many rows the page has at most.</summary>
    /// <value>1 to 1,000. Default: 50.</value>
    public int Count { get; init; } = 50;
}
