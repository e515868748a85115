using Cadence.SellsyImport.Storage;
namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Leads that have a value in every field.</summary>
internal static class FullLeads
{
    public static CadenceUser OtherOwner { get; } = new("u-2", "Noé", "Brûlé") { Email = "noe@cadence.example" };

    public static Lead Of(string sellsyContactId) => new()
    {
        SellsyContactId = sellsyContactId,
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
        Company = Company(),
        CreatedInSellsy = new(2024, 4, 3, 0, 0, 0, DateTimeKind.Unspecified),
        ModifiedInSellsy = new DateTime(2025, 12, 31, 23, 59, 58, DateTimeKind.Unspecified).AddMilliseconds(250),
        EmailConsent = true,
        SmsConsent = false,
        CustomValues = [new("Region", "Nouvelle-Aquitaine"), new("Score", "7")],
        UnmappedValues = [new("Twitter", "@al"), new("Twitter", "@al2")],
        UnreadValues = [new("Birthday", "29/02/68 ?")],
    };

    public static LeadCompany Company() => new()
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

    /// <summary>A lead that has this text wherever a text can be.</summary>
    public static Lead OfText(string sellsyContactId, string text) => Of(sellsyContactId) with
    {
        FirstName = text,
        LastName = text,
        NamedOwner = new(text, text),
        Civility = text,
        JobPosition = text,
        Emails = [new(EmailType.Primary, text)],
        Phones = [new(PhoneType.Fax, text, null)],
        LinkedIn = text,
        Website = text,
        Note = text,
        Tags = [text],
        Company = CompanyOfText(text),
        CustomValues = [new(text, text)],
        UnmappedValues = [new(text, text)],
        UnreadValues = [new(text, text)],
    };

    /// <summary>A text of all values of a lead: equal if the leads are equal, with lists compared by item.</summary>
    public static string Text(Lead lead, CadenceUser owner) => LeadSnapshot.ToJson(new(lead, owner, 0));

    public static string Text(LeadVersion lead) => Text(lead.Lead, lead.Owner);

    private static LeadCompany CompanyOfText(string text) => new()
    {
        Name = text,
        Email = text,
        Phone = new(PhoneType.Mobile, text, null),
        Website = text,
        Size = text,
        Type = text,
        AddressLines = [text, text],
        ZipCode = text,
        City = text,
        State = text,
        Country = text,
        Siren = text,
        Siret = text,
    };
}
