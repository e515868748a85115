namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A change of a lead, as the ledger keeps it.</summary>
/// <param name="Id">Its number: a later change has a higher one.</param>
/// <param name="Row">The one-based number of the row that made it.</param>
/// <param name="LeadId">The lead's id in its table.</param>
/// <param name="Contact">The lead's identity.</param>
/// <param name="Before">The lead before, as a snapshot.</param>
/// <param name="After">The lead after, as a snapshot.</param>
internal sealed record StoredChange(long Id, long Row, long LeadId, string Contact, string Before, string After)
{
    /// <summary>States which row this is, without any value of the lead.</summary>
    public override string ToString() => FormattableString.Invariant($"row {Row}");
}
