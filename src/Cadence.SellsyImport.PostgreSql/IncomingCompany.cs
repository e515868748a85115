namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A company as the rows of a batch give it.</summary>
/// <param name="company">Its incoming values.</param>
/// <param name="nameKey">The folded name, if the company is known by it.</param>
/// <param name="ownId">The existing row of a company with neither id nor name.</param>
internal sealed class IncomingCompany(LeadCompany company, string? nameKey, long? ownId)
{
    public LeadCompany Company => company;

    public string? NameKey => nameKey;

    public long? OwnId => ownId;

    public bool IsAlone => company.SellsyId is null && nameKey is null;

    /// <summary>The key that it is known by; both parts are null for a company that belongs to one lead alone.</summary>
    public (string? SellsyId, string? NameKey) Key => (company.SellsyId, nameKey);

    /// <summary>The row where it was found or added; null before.</summary>
    public StoredCompany? Stored { get; set; }
}
