namespace EfCoreImport;

/// <summary>A contact of this host: it was there before any import, and keeps what this host needs.</summary>
internal sealed class Contact
{
    public int Id { get; set; }

    /// <summary>The id in Sellsy; null for a contact that somebody entered here.</summary>
    public string? SellsyId { get; set; }

    public string FirstName { get; set; } = "";

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Job { get; set; }

    public string? Company { get; set; }

    public int OwnerId { get; set; }

    public Seller? Owner { get; set; }

    /// <summary>What the host adds itself: no import knows it.</summary>
    public int Score { get; set; }
}
