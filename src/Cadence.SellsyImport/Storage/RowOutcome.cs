namespace Cadence.SellsyImport;

/// <summary>What became of a row; every row of a file has exactly one.</summary>
public enum RowOutcome
{
    /// <summary>Not ticked, or already in Cadence.</summary>
    Skipped,

    /// <summary>A lead was created.</summary>
    Added,

    /// <summary>A lead that was there was changed.</summary>
    Updated,

    /// <summary>A lead that was there already had every value.</summary>
    Unchanged,

    /// <summary>The row could not be imported.</summary>
    Error,

    /// <summary>
    /// The import has not reached the row: it is running, or it stopped before. Only in the report of such an import; a ledger never stores it.
    /// </summary>
    Pending,
}
