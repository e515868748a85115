namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>A company that is there. Immutable.</summary>
/// <param name="Values">Its values.</param>
/// <param name="CreatedBy">The import that created it; none where it was put beside any import.</param>
/// <param name="IsEdited">Whether anybody changed it since.</param>
internal sealed record MemoryCompany(LeadCompany Values, string? CreatedBy, bool IsEdited);
