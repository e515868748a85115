namespace Cadence.SellsyImport.Preview;

/// <summary>A row that the host's <see cref="ILeadMatcher"/> found to be perhaps about an existing lead. Immutable.</summary>
/// <param name="Row">The one-based number of the row.</param>
/// <param name="SellsyContactId">The contact id in the file.</param>
/// <param name="ExistingContactId">The contact id of the existing lead.</param>
public sealed record LeadMatch(long Row, string SellsyContactId, string ExistingContactId)
{
    internal bool IsOf(string contactId) => SellsyContactId == contactId || ExistingContactId == contactId;

    /// <summary>Identifies the row, without any id of a contact.</summary>
    /// <returns>The number of the row.</returns>
    public override string ToString() => $"row {Row}";
}
