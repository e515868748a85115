using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>What single values say about a column. The vetoes of whole columns are in <see cref="ColumnVetoTests"/>.</summary>
public sealed class ValueFitsTests
{
    private const string Fits = nameof(ValueFit.Fits);
    private const string Doubtful = nameof(ValueFit.Doubtful);
    private const string Foreign = nameof(ValueFit.Foreign);

    [Theory]
    [InlineData("SellsyContactId", "1204", Fits)]
    [InlineData("SellsyContactId", "C-17", Doubtful)]
    [InlineData("SellsyContactId", "a@b.example", Foreign)]
    [InlineData("SellsyContactId", "73282932000074", Foreign)]
    [InlineData("OwnerSellsyId", "73282932000074", Foreign)]
    [InlineData("OwnerSellsyId", "1204.0", Fits)]
    [InlineData("CompanySellsyId", "73282932000074", Fits)]
    [InlineData("CompanySellsyId", "12; 13", Fits)]
    [InlineData("CompanySellsyId", "1204.0", Fits)]
    [InlineData("CompanySellsyId", "7,1E+12", Fits)]
    [InlineData("CompanySellsyId", "a@b.example", Foreign)]
    [InlineData("CompanySellsyId", "C-17", Doubtful)]
    [InlineData("CompanySellsyId", "03/04/1980", Doubtful)]
    [InlineData("CompanySellsyId", "05.46.77.88.99", Doubtful)]
    [InlineData("CompanySellsyId", "05 46 77 88 99", Fits)]
    public void Ids_are_digits(string field, string value, string fit) => Assert.Equal(fit, Judge(field, value));

    [Theory]
    [InlineData("Marie Durand", Fits)]
    [InlineData("1204", Foreign)]
    [InlineData("+33 5 46 77 88 99", Foreign)]
    [InlineData("actif", Foreign)]
    [InlineData("oui", Foreign)]
    public void An_owner_is_no_number_and_no_state(string value, string fit) => Assert.Equal(fit, Judge("Owner", value));

    [Theory]
    [InlineData("Mme", false, Fits)]
    [InlineData("Mme", true, Fits)]
    [InlineData("Directrice", false, Fits)]
    [InlineData("Directrice", true, Doubtful)]
    [InlineData("a@b", false, Foreign)]
    [InlineData("12", false, Foreign)]
    [InlineData("abcdefghij abcdefghi", false, Fits)]
    [InlineData("abcdefghij abcdefghij", false, Doubtful)]
    public void A_civility_is_short_and_under_a_weak_heading_a_known_one(string value, bool isWeak, string fit) =>
        Assert.Equal(fit, ValueFits.Judge(LeadFields.Civility, isWeak, new(value)).ToString());

    [Theory]
    [InlineData("a@b.example", Fits)]
    [InlineData("jean.dupont", Doubtful)]
    [InlineData("05 46 77 88 99", Foreign)]
    [InlineData("03/04/1980", Foreign)]
    public void An_address_has_an_at(string value, string fit) => Assert.Equal(fit, Judge("Email", value));

    [Theory]
    [InlineData("05 46 77 88 99", Fits)]
    [InlineData("123", Fits)]
    [InlineData("12", Doubtful)]
    [InlineData("abc1234", Fits)]
    [InlineData("abcd123", Doubtful)]
    [InlineData("3,3E+10", Fits)]
    [InlineData("a@b.example", Foreign)]
    [InlineData("03/04/1980", Foreign)]
    public void A_phone_number_has_three_digits_and_no_more_letters_than_digits(string value, string fit) => Assert.Equal(fit, Judge("Phone", value));

    [Theory]
    [InlineData("exemple.example", Fits)]
    [InlineData("a@b.example", Doubtful)]
    [InlineData("1204", Doubtful)]
    [InlineData("05.46.77.88.99", Doubtful)]
    public void A_web_address_is_no_other_address(string value, string fit) => Assert.Equal(fit, Judge("Website", value));

    [Theory]
    [InlineData("Birthday", "03/04/1980", Fits)]
    [InlineData("Birthday", "29314", Fits)]
    [InlineData("Birthday", "mercredi 3 septembre", Fits)]
    [InlineData("Birthday", "mercredis 3 septembre 80", Fits)]
    [InlineData("Birthday", "mercrediss 3 septembre 80", Doubtful)]
    [InlineData("Birthday", "Marie", Doubtful)]
    [InlineData("Birthday", "05 46 77 88 99", Doubtful)]
    [InlineData("Birthday", "a@b.example", Foreign)]
    [InlineData("CreatedInSellsy", "Marie", Doubtful)]
    [InlineData("CreatedInSellsy", "2026-04-03 10:00", Fits)]
    public void A_date_has_digits_and_few_letters(string field, string value, string fit) => Assert.Equal(fit, Judge(field, value));

    [Theory]
    [InlineData("oui", Fits)]
    [InlineData("1", Fits)]
    [InlineData("12", Doubtful)]
    [InlineData("abcdefghij abcdefghij abcdefghij abcdefg", Fits)]
    [InlineData("abcdefghij abcdefghij abcdefghij abcdefgh", Doubtful)]
    public void A_consent_and_a_yes_are_short_and_have_one_digit_at_most(string value, string fit)
    {
        Assert.Equal(fit, Judge("EmailConsent", value));
        Assert.Equal(fit, Judge(LeadFieldKind.YesNo, value));
    }

    [Fact]
    public void An_address_is_no_consent_and_hardly_a_yes()
    {
        Assert.Equal(Foreign, Judge("SmsConsent", "a@b.example"));
        Assert.Equal(Doubtful, Judge(LeadFieldKind.YesNo, "a@b.example"));
    }

    [Theory]
    [InlineData("12,5 €", Fits)]
    [InlineData("douze", Doubtful)]
    public void A_number_has_a_digit(string value, string fit) => Assert.Equal(fit, Judge(LeadFieldKind.Number, value));

    [Theory]
    [InlineData("Acme SARL", Fits)]
    [InlineData("3M", Fits)]
    [InlineData("client", Foreign)]
    [InlineData("a@b.example", Doubtful)]
    [InlineData("1204", Doubtful)]
    [InlineData("03/04/1980", Doubtful)]
    public void A_company_is_no_state_and_hardly_another_value(string value, string fit) => Assert.Equal(fit, Judge("Company", value));

    [Theory]
    [InlineData("CompanySiren", "732829320", Fits)]
    [InlineData("CompanySiren", "2829320", Fits)]
    [InlineData("CompanySiren", "829320", Doubtful)]
    [InlineData("CompanySiren", "7328293200", Doubtful)]
    [InlineData("CompanySiren", "73282932000074", Foreign)]
    [InlineData("CompanySiren", "73282932000074 F", Doubtful)]
    [InlineData("CompanySiren", "732829320 F", Doubtful)]
    [InlineData("CompanySiren", "7,3E+08", Fits)]
    [InlineData("CompanySiren", "a@b.example", Foreign)]
    [InlineData("CompanySiret", "73282932000074", Fits)]
    [InlineData("CompanySiret", "282932000074", Fits)]
    [InlineData("CompanySiret", "82932000074", Doubtful)]
    [InlineData("CompanySiret", "732829320000745", Doubtful)]
    [InlineData("CompanySiret", "732829320", Foreign)]
    public void The_numbers_of_companies_are_told_apart_by_their_lengths(string field, string value, string fit) => Assert.Equal(fit, Judge(field, value));

    [Theory]
    [InlineData("LastName", "Roux", Fits)]
    [InlineData("LastName", "1789", Fits)]
    [InlineData("LastName", "a@b.example", Doubtful)]
    [InlineData("LastName", "actif", Foreign)]
    [InlineData("LastName", "N", Fits)]
    [InlineData("FirstName", "N", Fits)]
    [InlineData("FirstName", "oui", Foreign)]
    [InlineData("FirstName", "12", Doubtful)]
    [InlineData("JobPosition", "a@b.example", Doubtful)]
    [InlineData("JobPosition", "05.46.77.88.99", Doubtful)]
    [InlineData("JobPosition", "03/04/1980", Doubtful)]
    [InlineData("JobPosition", "archivé", Foreign)]
    [InlineData("CompanyType", "1204", Doubtful)]
    [InlineData("CompanyType", "client", Fits)]
    [InlineData("CompanyCity", "1204", Doubtful)]
    [InlineData("CompanyCity", "non", Foreign)]
    [InlineData("CompanyState", "1204", Doubtful)]
    [InlineData("CompanyState", "actif", Foreign)]
    [InlineData("CompanyCountry", "1204", Doubtful)]
    [InlineData("CompanyCountry", "active", Foreign)]
    [InlineData("CompanyZipCode", "17000", Fits)]
    [InlineData("CompanyZipCode", "SW1A 1AA", Fits)]
    [InlineData("CompanyZipCode", "Paris", Doubtful)]
    [InlineData("CompanyZipCode", "--", Fits)]
    [InlineData("CompanyZipCode", "03/04/1980", Doubtful)]
    [InlineData("CompanyZipCode", "a@b.example", Doubtful)]
    [InlineData("CompanySize", "a@b.example", Doubtful)]
    [InlineData("CompanySize", "12", Fits)]
    [InlineData("CompanyAddress", "a@b.example", Doubtful)]
    [InlineData("CompanyAddress", "12", Fits)]
    [InlineData("CompanyAddress2", "a@b.example", Fits)]
    public void A_text_is_judged_by_what_its_field_is(string field, string value, string fit) => Assert.Equal(fit, Judge(field, value));

    [Theory]
    [InlineData(LeadFieldKind.Note)]
    [InlineData(LeadFieldKind.Tags)]
    [InlineData(LeadFieldKind.Choice)]
    [InlineData(LeadFieldKind.Text)]
    public void What_may_be_anything_fits_always(LeadFieldKind kind) => Assert.Equal(Fits, Judge(kind, "a@b.example"));

    private static string Judge(string field, string value) =>
        ValueFits.Judge(LeadFields.All.Single(known => known.Name == field), isWeakHeading: false, new(value)).ToString();

    private static string Judge(LeadFieldKind kind, string value) => ValueFits.Judge(new("Other", kind), isWeakHeading: false, new(value)).ToString();
}
