namespace Cadence.SellsyImport.Tests.Leads;

/// <summary>Invented leads.</summary>
internal static class Leads
{
    public static readonly CadenceUser Marie = new("u1", "Marie", "Durand");
    public static readonly CadenceUser Helene = new("u2", "Hélène", "Brûlé");

    public static Lead Bare { get; } = new() { SellsyContactId = "1", FirstName = "Anne", NamedOwner = new("Marie Durand", null) };

    public static LeadVersion There(Lead lead, CadenceUser? owner = null) => new(lead, owner ?? Marie, 7);
}
