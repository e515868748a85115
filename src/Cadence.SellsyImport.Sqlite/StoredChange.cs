namespace Cadence.SellsyImport.Sqlite;

/// <summary>A change of a lead, as the ledger keeps it.</summary>
/// <param name="Id">Its number: a later change has a higher one.</param>
/// <param name="Row">The one-based number of the row that made it.</param>
/// <param name="Contact">The id of the contact; empty if the ledger was asked to forget it.</param>
/// <param name="Before">The lead before; null if it was forgotten.</param>
/// <param name="After">The lead after; null if it was forgotten.</param>
internal sealed record StoredChange(long Id, long Row, string Contact, LeadVersion? Before, LeadVersion? After)
{

    /// <summary>States which row this is, without any value of the lead.</summary>
    public override string ToString() => FormattableString.Invariant($"row {Row}");
}
