namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>What a batch did to a lead. Immutable.</summary>
/// <param name="Row">The row that made the change.</param>
/// <param name="SellsyContactId">The identity of the lead; empty if it was forgotten.</param>
/// <param name="Before">The lead before; null if the batch created it.</param>
/// <param name="After">The lead as it was left; null if it was forgotten.</param>
internal sealed record MemoryChange(long Row, string SellsyContactId, LeadVersion? Before, LeadVersion? After);
