namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A lead as stored in its table.</summary>
/// <param name="Id">Its id in the table.</param>
/// <param name="CreatedByImport">The number of the import that created it; null if no import did.</param>
/// <param name="CreatedByBatch">The batch that created it; null if no import did.</param>
internal sealed record LeadRow(long Id, long? CreatedByImport, int? CreatedByBatch)
{
    public required LeadVersion Lead { get; init; }

    /// <summary>Whether anything but an import or an undo changed it, or a cadence is running for it.</summary>
    public required bool IsEdited { get; init; }
}
