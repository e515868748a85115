namespace Cadence.SellsyImport.Preview;

/// <summary>A row that the host's matcher found to be perhaps about an existing lead. Immutable.</summary>
/// <param name="Row">The one-based number of the row.</param>
/// <param name="SellsyContactId">The contact id in the file.</param>
/// <param name="ExistingContactId">The contact id of the existing lead.</param>
internal sealed record LeadMatch(long Row, string SellsyContactId, string ExistingContactId)
{
    public bool IsOf(string contactId) => SellsyContactId == contactId || ExistingContactId == contactId;
}
