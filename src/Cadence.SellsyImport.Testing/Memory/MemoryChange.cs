namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>What a batch did to a lead. Immutable.</summary>
/// <param name="Row">The row that did it.</param>
/// <param name="SellsyContactId">The identity of the lead.</param>
/// <param name="Before">The lead before; none where it was created.</param>
/// <param name="After">The lead as it was left.</param>
internal sealed record MemoryChange(long Row, string SellsyContactId, LeadVersion? Before, LeadVersion After);
