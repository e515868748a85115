namespace Cadence.SellsyImport.Sqlite;

/// <summary>A change of a lead, as the ledger keeps it.</summary>
/// <param name="Id">Its number: a later change has a higher one.</param>
/// <param name="Row">The one-based number of the row that made it.</param>
/// <param name="Before">The lead before.</param>
/// <param name="After">The lead after.</param>
internal sealed record StoredChange(long Id, long Row, LeadVersion Before, LeadVersion After)
{
    public string Contact => After.Lead.SellsyContactId;

    /// <summary>States which row this is, without any value of the lead.</summary>
    public override string ToString() => FormattableString.Invariant($"row {Row}");
}
