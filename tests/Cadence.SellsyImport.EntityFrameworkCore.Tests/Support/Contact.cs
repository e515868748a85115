namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>A contact as a host keeps it: own columns, owned tables, a list, related rows, and a document for the rest.</summary>
public sealed class Contact
{
    public long Id { get; set; }

    public string? SellsyId { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? JobPosition { get; set; }

    public string? Note { get; set; }

    public string? CompanyName { get; set; }

    public DateOnly? Birthday { get; set; }

    public bool? EmailConsent { get; set; }

    public List<string> Tags { get; set; } = [];

    public List<ContactEmail> Emails { get; set; } = [];

    public ContactOwner Owner { get; set; } = new();

    /// <summary>What has no column of its own.</summary>
    public string Rest { get; set; } = "";

    /// <summary>A value of the host that no import knows.</summary>
    public int Score { get; set; }

    public List<ContactCadence> Cadences { get; set; } = [];
}
