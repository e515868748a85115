namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>An address, in a table of its own.</summary>
public sealed class ContactEmail
{
    public int Place { get; set; }

    public EmailType Type { get; set; }

    public string Address { get; set; } = "";
}
