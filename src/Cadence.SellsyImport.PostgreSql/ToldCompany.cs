namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A company as the rows of a batch tell it.</summary>
/// <param name="company">What is told.</param>
/// <param name="nameKey">The folded name, where it is known by that.</param>
/// <param name="ownId">The row that a company with neither id nor name has already.</param>
internal sealed class ToldCompany(LeadCompany company, string? nameKey, long? ownId)
{
    public LeadCompany Company => company;

    public string? NameKey => nameKey;

    public long? OwnId => ownId;

    public bool IsAlone => company.SellsyId is null && nameKey is null;

    /// <summary>What it is known by; none for one that is alone.</summary>
    public (string? SellsyId, string? NameKey) Key => (company.SellsyId, nameKey);

    /// <summary>The row that it was found in or became; none before.</summary>
    public StoredCompany? Stored { get; set; }
}
