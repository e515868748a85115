using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Batches of invented people.</summary>
internal static class Batches
{
    private const int Companies = 7;

    public static DateTimeOffset Noon { get; } = new(2026, 4, 3, 12, 0, 0, TimeSpan.Zero);

    public static CadenceUser Owner { get; } = new("u-1", "Aline", "Hélias") { Email = "aline@cadence.example", SellsyId = "901" };

    public static ImportInfo Import(int number) => new($"import-{number}", "contacts.csv", "sha256:00", "sha256:11", Noon);

    public static Lead Lead(string sellsyContactId) => new() { SellsyContactId = sellsyContactId, FirstName = "Maëlys" };

    public static LeadBatch Of(int number, params string[] ids) => Of(number, [.. ids.Select(Lead)]);

    public static LeadBatch Of(int number, params Lead[] leads) =>
        new(Import(1), number, [.. leads.Select((lead, index) => new LeadEntry(index + 1, lead, Owner))]);

    /// <summary>Leads whose ids are consecutive numbers, in a few companies: one with an id, the others by their names.</summary>
    public static LeadBatch Numbered(int number, int first, int count) => Of(
        number,
        [
            .. Enumerable.Range(first, count).Select(id => id.ToString(CultureInfo.InvariantCulture)).Select(id => Lead(id) with
            {
                Company = new() { Name = CompanyOf(id), SellsyId = CompanyOf(id) == "Company 0" ? "70" : null },
            }),
        ]);

    public static string CompanyOf(string id) =>
        string.Create(CultureInfo.InvariantCulture, $"Company {int.Parse(id, CultureInfo.InvariantCulture) % Companies}");

    public static ImmutableArray<string> Ids(LeadBatch batch) => [.. batch.Entries.Select(entry => entry.Lead.SellsyContactId)];
}
