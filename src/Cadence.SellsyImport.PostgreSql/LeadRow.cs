namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A lead as it stands in its table.</summary>
/// <param name="Id">Its id in the table.</param>
/// <param name="CreatedByImport">The number of the import that created it; none where none did.</param>
/// <param name="CreatedByBatch">The batch that did.</param>
internal sealed record LeadRow(long Id, long? CreatedByImport, int? CreatedByBatch)
{
    public required LeadVersion Lead { get; init; }

    /// <summary>Whether anybody but an import or an undo changed it, or a cadence runs for it.</summary>
    public required bool IsEdited { get; init; }
}
