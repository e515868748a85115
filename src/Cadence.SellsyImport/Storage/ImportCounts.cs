namespace Cadence.SellsyImport;

/// <summary>What became of the rows of a file. Every row read is in exactly one of the other counts.</summary>
/// <param name="Read">The rows of the file.</param>
/// <param name="Added">Leads created.</param>
/// <param name="Updated">Leads that were there and were changed.</param>
/// <param name="Unchanged">Leads that were there and already had every value.</param>
/// <param name="Skipped">Rows that were not ticked, or whose contact was in Cadence already.</param>
/// <param name="Errors">Rows that could not be imported.</param>
public sealed record ImportCounts(long Read, long Added, long Updated, long Unchanged, long Skipped, long Errors)
{
    /// <summary>Rows that the import has not reached; only in the report of one that is running or stopped.</summary>
    /// <value>Default: 0.</value>
    public long Pending { get; init; }

    /// <summary>Whether the other counts add up to the rows read.</summary>
    public bool IsBalanced => Read == Added + Updated + Unchanged + Skipped + Errors + Pending;
}
