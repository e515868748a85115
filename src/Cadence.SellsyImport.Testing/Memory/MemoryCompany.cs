namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>A stored company. Immutable.</summary>
/// <param name="Values">Its values.</param>
/// <param name="CreatedBy">The import that created it; null if it was added without an import.</param>
/// <param name="IsEdited">Whether anybody changed it since.</param>
internal sealed record MemoryCompany(LeadCompany Values, string? CreatedBy, bool IsEdited);
