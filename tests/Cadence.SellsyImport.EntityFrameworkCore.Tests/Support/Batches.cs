using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>Batches of invented people.</summary>
internal static class Batches
{
    public static ImportInfo Import { get; } = new("import-1", "contacts.csv", "sha256:f", "sha256:a", new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    public static CadenceUser Owner { get; } = new("u-1", "Aline", "Hélias");

    public static LeadBatch Of(params string[] ids) => Of([.. ids.Select(Lead)]);

    public static LeadBatch Of(params Lead[] leads) => new(Import, 1, [.. leads.Select((lead, index) => new LeadEntry(index + 1, lead, Owner))]);

    public static Lead Lead(string id) => new() { SellsyContactId = id, FirstName = $"First {id}", LastName = "Last" };
}
