using Cadence.SellsyImport.Leads;
using Xunit;
using static Cadence.SellsyImport.Tests.Leads.Leads;

namespace Cadence.SellsyImport.Tests.Leads;

public sealed class ExistingLeadsTests
{
    private const ExistingLeadPolicy Fill = ExistingLeadPolicy.FillBlanks;
    private const ExistingLeadPolicy Overwrite = ExistingLeadPolicy.Overwrite;

    [Fact]
    public void Filling_completes_what_is_blank_and_keeps_what_is_there()
    {
        var there = There(Bare with { LastName = "Petit" });

        var filled = ExistingLeads.Apply(Fill, there, Bare with { FirstName = "Annie", LastName = "Grand", JobPosition = "Gérante" }, Helene);

        Assert.Equal(("Anne", "Petit", "Gérante", Marie), (filled.Lead.FirstName, filled.Lead.LastName, filled.Lead.JobPosition, filled.Owner));
    }

    [Fact]
    public void Overwriting_takes_every_value_of_the_row_and_its_owner_and_a_blank_erases_nothing()
    {
        var there = There(Bare with { LastName = "Petit", Note = "ancienne", Birthday = new(1990, 1, 2), EmailConsent = true });
        var row = new Lead { SellsyContactId = "1", FirstName = "Annie", NamedOwner = new("Hélène Brûlé", null), EmailConsent = false };

        var written = ExistingLeads.Apply(Overwrite, there, row, Helene);

        Assert.Equal(("Annie", "Petit", "ancienne"), (written.Lead.FirstName, written.Lead.LastName, written.Lead.Note));
        Assert.Equal((new DateOnly(1990, 1, 2), false), (written.Lead.Birthday!.Value, written.Lead.EmailConsent!.Value));
        Assert.Equal((Helene, "Hélène Brûlé"), (written.Owner, written.Lead.NamedOwner.Name));
    }

    [Theory]
    [InlineData(Fill)]
    [InlineData(Overwrite)]
    public void A_lead_that_has_every_value_stays_the_same_object(ExistingLeadPolicy policy)
    {
        var full = Bare with
        {
            Emails = [new(EmailType.Primary, "a@exemple.example")],
            Phones = [new(PhoneType.Mobile, "06", null)],
            Tags = ["vip"],
            Company = new() { SellsyId = "5", Name = "Les Ateliers", AddressLines = ["1 rue"] },
            OtherCompanies = [new() { SellsyId = "6", AddressLines = ["2 rue"] }],
            CustomValues = [new("Score", "12")],
            UnreadValues = [new("Birthday", "?")],
        };
        var again = full with
        {
            Emails = [.. full.Emails],
            Company = full.Company! with { AddressLines = ["1 rue"] },
            OtherCompanies = [new() { SellsyId = "6", AddressLines = ["2 rue"] }],
            NamedOwner = new("DURAND Marie", null),
        };

        var there = There(full);

        Assert.Same(there, ExistingLeads.Apply(policy, there, again, Marie));
        Assert.Empty(ExistingLeads.Changes(there, there));
    }

    [Fact]
    public void Skipping_changes_nothing()
    {
        var there = There(Bare);

        Assert.Same(there, ExistingLeads.Apply(ExistingLeadPolicy.Skip, there, Bare with { LastName = "Grand" }, Helene));
    }

    [Fact]
    public void A_second_address_survives_a_row_with_one()
    {
        var there = There(Bare with { Emails = [new(EmailType.Primary, "a@x.example"), new(EmailType.Secondary, "b@x.example")] });
        var row = Bare with { Emails = [new(EmailType.Primary, "c@x.example")] };

        Assert.Equal(["c@x.example", "b@x.example"], Addresses(ExistingLeads.Apply(Overwrite, there, row, Marie)));
        Assert.Same(there, ExistingLeads.Apply(Fill, there, row, Marie));
    }

    [Fact]
    public void An_address_that_moves_to_the_first_place_stands_once_and_is_the_primary_one()
    {
        var there = There(Bare with { Emails = [new(EmailType.Primary, "a@x.example"), new(EmailType.Secondary, "b@x.example")] });

        var written = ExistingLeads.Apply(Overwrite, there, Bare with { Emails = [new(EmailType.Primary, "b@x.example")] }, Marie);

        Assert.Equal([new LeadEmail(EmailType.Primary, "b@x.example")], written.Lead.Emails);
    }

    [Fact]
    public void A_mobile_number_fills_no_fax_and_the_numbers_keep_their_order()
    {
        var there = There(Bare with { Phones = [new(PhoneType.Phone, "01", null), new(PhoneType.Fax, "03", null)] });

        var filled = ExistingLeads.Apply(Fill, there, Bare with { Phones = [new(PhoneType.Phone, "09", null), new(PhoneType.Mobile, "06", null)] }, Marie);

        Assert.Equal(["01", "06", "03"], filled.Lead.Phones.Select(phone => phone.Text));
        Assert.Equal([new FieldChange("Mobile", null, "06")], ExistingLeads.Changes(there, filled));
    }

    [Fact]
    public void Facts_of_two_companies_are_never_mixed()
    {
        var there = There(Bare with { Company = new() { SellsyId = "5", Name = "Alpha", City = "Lyon" } });
        var other = new LeadCompany { SellsyId = "6", Name = "Béta" };

        Assert.Equal(other, ExistingLeads.Apply(Overwrite, there, Bare with { Company = other }, Marie).Lead.Company);
        Assert.Same(there, ExistingLeads.Apply(Fill, there, Bare with { Company = other }, Marie));
    }

    [Fact]
    public void The_same_company_is_filled_and_overwritten_fact_by_fact()
    {
        var there = There(Bare with { Company = new() { SellsyId = "5", Name = "Alpha", City = "Lyon" } });
        var row = Bare with { Company = new() { SellsyId = "5", Name = "Alpha SAS", Size = "10" } };

        Assert.Equal(
            new LeadCompany { SellsyId = "5", Name = "Alpha", City = "Lyon", Size = "10" },
            ExistingLeads.Apply(Fill, there, row, Marie).Lead.Company);
        Assert.Equal(
            new LeadCompany { SellsyId = "5", Name = "Alpha SAS", City = "Lyon", Size = "10" },
            ExistingLeads.Apply(Overwrite, there, row, Marie).Lead.Company);
    }

    [Fact]
    public void Values_of_one_name_in_different_lists_are_different_parts()
    {
        var there = There(Bare with { CustomValues = [new("Score", "12")], UnreadValues = [new("Score", "douze")] });
        var row = Bare with { CustomValues = [new("Score", "13"), new("Zone", "Sud")], UnreadValues = [new("Score", "treize")] };

        var written = ExistingLeads.Apply(Overwrite, there, row, Marie);

        Assert.Equal([new LeadValue("Score", "13"), new LeadValue("Zone", "Sud")], written.Lead.CustomValues);
        Assert.Equal([new LeadValue("Score", "treize")], written.Lead.UnreadValues);
        Assert.Equal(
            [new FieldChange("Score", "12", "13"), new FieldChange("Zone", null, "Sud"), new FieldChange("Score", "douze", "treize")],
            ExistingLeads.Changes(there, written));
    }

    [Fact]
    public void Every_change_is_told_with_its_field_before_and_after()
    {
        var before = There(Bare with { Company = new() { Name = "Alpha", Phone = new(PhoneType.Phone, "01", "+331") } });
        var after = There(
            Bare with { FirstName = "Annie", Birthday = new(1990, 1, 2), SmsConsent = true, Company = new() { Name = "Alpha", Phone = new(PhoneType.Phone, "01", null) } },
            Helene);

        Assert.Equal(
            [
                new FieldChange("FirstName", "Anne", "Annie"),
                new FieldChange("Owner", "Marie Durand", "Hélène Brûlé"),
                new FieldChange("Birthday", null, "1990-01-02"),
                new FieldChange("CompanyPhone", "01 (+331)", "01"),
                new FieldChange("SmsConsent", null, "1"),
            ],
            ExistingLeads.Changes(before, after));
    }

    private static IEnumerable<string> Addresses(LeadVersion lead) => lead.Lead.Emails.Select(email => email.Address);
}
