namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>A cadence that is running for a contact.</summary>
public sealed class ContactCadence
{
    public long Id { get; set; }

    public long ContactId { get; set; }

    public string Name { get; set; } = "";
}
