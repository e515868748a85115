using Cadence.SellsyImport.Storage;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class LeadSnapshotTests
{
    private static readonly LeadVersion Full = new(
        new()
        {
            SellsyContactId = "7",
            FirstName = "Maëlys 👩‍🌾 \u0000 \"'<",
            LastName = "D’Été",
            NamedOwner = new("Aline Hélias", "901"),
            Civility = "Madame",
            JobPosition = "Gérante",
            Emails = [new(EmailType.Primary, "a@exemple.example"), new(EmailType.Secondary, "b@exemple.example")],
            Phones = [new(PhoneType.Mobile, "06 12 34 56 78", "+33612345678"), new(PhoneType.Fax, "?", null)],
            LinkedIn = "https://linkedin.example/in/m",
            Website = "https://exemple.example",
            Note = "une\nautre",
            Birthday = new(1990, 2, 28),
            Tags = ["vip", "été"],
            Company = new() { SellsyId = "5", Name = "Les Ateliers", Phone = new(PhoneType.Phone, "01", null), AddressLines = ["1 rue", "BP 2"] },
            OtherCompanies = [new() { Name = "Autre" }],
            CreatedInSellsy = new(2024, 1, 2, 3, 4, 5),
            ModifiedInSellsy = new(2025, 1, 2),
            EmailConsent = true,
            SmsConsent = false,
            CustomValues = [new("Score", "12")],
            UnmappedValues = [new("Colonne", "x")],
            UnreadValues = [new("Birthday", "31/31/1990")],
        },
        new("u-1", "Aline", "Hélias") { Email = "aline@cadence.example", SellsyId = "901" },
        long.MinValue);

    [Fact]
    public void A_lead_comes_back_with_every_value_its_owner_and_its_version()
    {
        var read = LeadSnapshot.FromJson(LeadSnapshot.ToJson(Full with { RunningCadences = ["Relance"] }));

        Assert.Equal(Full, read);
    }

    [Fact]
    public void A_lead_of_blanks_comes_back_with_empty_lists()
    {
        var bare = new LeadVersion(new() { SellsyContactId = "1" }, new("u-1", "Aline", "Hélias"), 0);

        Assert.Equal(bare, LeadSnapshot.FromJson(LeadSnapshot.ToJson(bare)));
    }
}
