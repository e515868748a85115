namespace Cadence.SellsyImport.Testing;

/// <summary>What <see cref="LeadSinkConformance"/> asks a store about a lead, to see that its values come back as they were given.</summary>
/// <param name="SellsyContactId">The identity of the lead.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="Note">The note.</param>
/// <param name="OwnerId">The id of the user who has it.</param>
/// <param name="CompanyName">The name of its company; null for a lead without one.</param>
public sealed record StoredLead(string SellsyContactId, string? FirstName, string? Note, string OwnerId, string? CompanyName)
{
    /// <summary>Returns a text without any value of the person.</summary>
    /// <returns>A text without any value of the lead.</returns>
    public override string ToString() => nameof(StoredLead);
}
