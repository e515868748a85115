namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>Who owns a contact, in columns of the contact.</summary>
public sealed class ContactOwner
{
    public string Id { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string? Email { get; set; }

    public string? SellsyId { get; set; }
}
