using System.Globalization;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>Invented people.</summary>
internal static class Samples
{
    /// <summary>The version of the tables, written here once for all tests.</summary>
    public const int SchemaVersion = 6;

    public static CadenceUser Owner { get; } = new("u-1", "Aline", "Hélias") { Email = "aline@cadence.example", SellsyId = "901" };

    public static ImportInfo Import { get; } = new(
        "import-1",
        "contacts.csv",
        "sha256:00",
        "sha256:11",
        new(2026, 4, 3, 10, 30, 0, TimeSpan.FromHours(2)))
    {
        StartedBy = "aline",
    };

    public static Lead Lead(long id) => new() { SellsyContactId = id.ToString(CultureInfo.InvariantCulture), FirstName = "Maëlys" };

    public static LeadBatch Batch(int number, params Lead[] leads) => Batch(Import, number, leads);

    public static LeadBatch Batch(ImportInfo import, int number, params Lead[] leads) =>
        new(import, number, [.. leads.Select((lead, index) => new LeadEntry(index + 1, lead, Owner))]);

    public static LeadEntry Entry(long row, Lead lead) => new(row, lead, Owner);

    public static LeaseRequest Lease(string token) => new(token, "here", TimeSpan.FromMinutes(5));

    public static ImportStart Start(string importId = "import-1", string token = "token-1", string planHash = "plan-1") =>
        new(Import with { ImportId = importId }, planHash, new byte[] { 1, 2, 3 }, Lease(token));

    /// <summary>A batch whose rows are its leads, each created or changed.</summary>
    public static LedgerBatch LedgerBatch(string importId, int number, string token, params LeadEntry[] entries) => new(
        new(Import with { ImportId = importId }, number, [.. entries]),
        Lease(token),
        entries.Length == 0 ? 1 : entries[0].Row,
        entries.Select(entry => (byte)(entry.Before is null ? RowOutcome.Added : RowOutcome.Updated)).ToArray(),
        new(entries.Length + 1, entries.Length + 2, 100 * entries.Length));

    public static Lead FullLead() => new()
    {
        SellsyContactId = "4711",
        FirstName = "Anne-Lise",
        LastName = "d’Étigny",
        NamedOwner = new("Aline HÉLIAS (Lyon)", "901"),
        Civility = "Madame",
        JobPosition = "Responsable achats",
        Emails = [new(EmailType.Primary, "anne-lise@etigny.example"), new(EmailType.Secondary, "al@etigny.example")],
        Phones =
        [
            new(PhoneType.Phone, "05 46 77 88 99", "+33546778899"),
            new(PhoneType.Mobile, "06.12", null),
            new(PhoneType.Fax, "+33 (0)5 46 77 88 90", "+33546778890"),
        ],
        LinkedIn = "https://fr.linkedin.com/in/anne-lise",
        Website = "www.etigny.example",
        Note = "Première ligne\n« deuxième » ; 'troisième'",
        Birthday = new(1968, 2, 29),
        Tags = ["grand compte", "salon \"Lyon\""],
        Company = FullCompany(),
        CreatedInSellsy = new(2024, 4, 3, 0, 0, 0, DateTimeKind.Unspecified),
        ModifiedInSellsy = new DateTime(2025, 12, 31, 23, 59, 58, DateTimeKind.Unspecified).AddMilliseconds(250),
        EmailConsent = true,
        SmsConsent = false,
        CustomValues = [new("Region", "Nouvelle-Aquitaine"), new("Score", "7")],
        UnmappedValues = [new("Twitter", "@al"), new("Twitter", "@al2")],
        UnreadValues = [new("Birthday", "29/02/68 ?")],
    };

    public static LeadCompany FullCompany() => new()
    {
        SellsyId = "88",
        Name = "Étigny & Fils",
        Email = "contact@etigny.example",
        Phone = new(PhoneType.Phone, "05 46 00 00 00", "+33546000000"),
        Website = "etigny.example",
        Size = "11-50",
        Type = "client",
        AddressLines = ["12 rue des Écoles", "Bâtiment \"C\""],
        ZipCode = "01000",
        City = "Bourg-en-Bresse",
        State = "Ain",
        Country = "FR",
        Siren = "732829320",
        Siret = "73282932000074",
    };
}
