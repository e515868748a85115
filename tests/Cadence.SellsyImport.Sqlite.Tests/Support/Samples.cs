using System.Globalization;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite.Tests.Support;

/// <summary>Invented people.</summary>
internal static class Samples
{
    public static CadenceUser Owner { get; } = new("u-1", "Aline", "Hélias") { Email = "aline@cadence.example", SellsyId = "901" };

    public static ImportInfo Import { get; } = new(
        "import-1",
        "contacts.csv",
        "sha256:00",
        "sha256:11",
        new(2026, 4, 3, 10, 30, 0, TimeSpan.FromHours(2)))
    {
        StartedBy = "aline",
        FileLocation = "/exports/contacts.csv",
        ExistingLeads = ExistingLeadPolicy.FillBlanks,
    };

    public static LeaseRequest Lease { get; } = LeaseOf("lease-1");

    public static ImportStart Start { get; } = new(Import, "sha256:22", new byte[] { 1, 0, 255 }, Lease);

    public static Lead Lead(long id) => new() { SellsyContactId = id.ToString(CultureInfo.InvariantCulture), FirstName = "Maëlys" };

    public static LeadBatch Batch(int number, params Lead[] leads) => Batch(Import, number, leads);

    public static LeadBatch Batch(ImportInfo import, int number, params Lead[] leads) =>
        new(import, number, [.. leads.Select((lead, index) => new LeadEntry(index + 1, lead, Owner))]);

    public static LeaseRequest LeaseOf(string token) => new(token, $"host of {token}", TimeSpan.FromMinutes(5));

    /// <summary>A batch of one row an entry, which follow one another; the first batch starts at row 1, the next ones a hundred later each.</summary>
    public static LedgerBatch Written(int number, params LeadEntry[] entries) => Written(Import, Lease, number, entries);

    public static LedgerBatch Written(ImportInfo import, LeaseRequest lease, int number, params LeadEntry[] entries)
    {
        var first = FirstRow(number);
        return new(
            new(import, number, [.. entries.Select((entry, index) => entry with { Row = first + index })]),
            lease,
            first,
            entries.Select(entry => (byte)(entry.Before is null ? RowOutcome.Added : RowOutcome.Updated)).ToArray(),
            new(first + entries.Length, first + entries.Length + 1, 1_000 * (first + entries.Length)));
    }

    public static long FirstRow(int number) => ((number - 1) * 100) + 1;

    public static LeadEntry Added(Lead lead) => new(0, lead, Owner);

    public static LeadEntry Changed(LeadVersion before, Func<Lead, Lead> change) => new(0, change(before.Lead), before.Owner) { Before = before };

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
