using Cadence.SellsyImport.Leads;
using Xunit;
using static Cadence.SellsyImport.Tests.Leads.Leads;

namespace Cadence.SellsyImport.Tests.Leads;

public sealed class ExistingLeadsTests
{
    private static readonly FieldPolicies Fill = new(ExistingLeadPolicy.FillBlanks, new());
    private static readonly FieldPolicies Overwrite = new(ExistingLeadPolicy.Overwrite, new());

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
    [InlineData(ExistingLeadPolicy.FillBlanks)]
    [InlineData(ExistingLeadPolicy.Overwrite)]
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

        Assert.Same(there, ExistingLeads.Apply(new(policy, new()), there, again, Marie));
        Assert.Empty(ExistingLeads.Changes(there, there));
    }

    [Fact]
    public void Skipping_changes_nothing()
    {
        var there = There(Bare);

        Assert.Same(there, ExistingLeads.Apply(new(ExistingLeadPolicy.Skip, new()), there, Bare with { LastName = "Grand" }, Helene));
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
            [new FieldChange("Score", "12", "13"), new FieldChange("Zone", null, "Sud"), new FieldChange("Score", "douze", "treize") { IsUnread = true }],
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

    [Fact]
    public void A_text_that_could_not_be_read_is_told_as_kept_aside_and_not_as_a_change_of_its_field()
    {
        var before = There(Bare with { JobPosition = "DG" });
        var row = Bare with { UnreadValues = [new("JobPosition", "#N/A")] };

        var change = Assert.Single(ExistingLeads.Changes(before, ExistingLeads.Apply(Overwrite, before, row, Marie)));

        Assert.Equal(new FieldChange("JobPosition", null, "#N/A") { IsUnread = true }, change);
        Assert.Equal(
            ("Fonction, texte non lu", "Job position, text not read"),
            (ImportTexts.French.FieldLabel(change), ImportTexts.English.FieldLabel(change)));
    }

    private static IEnumerable<string> Addresses(LeadVersion lead) => lead.Lead.Emails.Select(email => email.Address);

    [Fact]
    public void A_name_without_an_id_means_the_company_of_that_name_and_loses_nothing()
    {
        var known = new LeadCompany { SellsyId = "91", Name = "Phare & Co", Siret = "73282932000074" };
        var there = There(Bare with { Company = known });

        Assert.Same(there, ExistingLeads.Apply(Overwrite, there, Bare with { Company = new() { Name = "Phare & Co" } }, Marie));
        Assert.Equal(known, ExistingLeads.Apply(Fill, There(Bare with { Company = new() { Name = "PHARE & CO" } }), Bare with { Company = known }, Marie).Lead.Company! with { Name = "Phare & Co" });
        Assert.Null(ExistingLeads.Apply(Overwrite, there, Bare with { Company = new() { Name = "Autre" } }, Marie).Lead.Company!.SellsyId);
    }

    /// <summary>As in a file of some columns, which has the city and not the company.</summary>
    [Fact]
    public void Details_without_a_name_and_an_id_are_of_the_company_that_is_there()
    {
        var known = new LeadCompany { SellsyId = "91", Name = "Gamma", City = "Lyon", Siret = "73282932000074" };
        var row = Bare with { Company = new() { City = "Nice", Country = "FR" } };

        Assert.Equal(known with { City = "Nice", Country = "FR" }, ExistingLeads.Apply(Overwrite, There(Bare with { Company = known }), row, Marie).Lead.Company);
        Assert.Equal(known with { Country = "FR" }, ExistingLeads.Apply(Fill, There(Bare with { Company = known }), row, Marie).Lead.Company);

        // Whose details they are is not known: they are never given to a company with a name.
        Assert.Equal(known, ExistingLeads.Apply(Overwrite, There(row), Bare with { Company = known }, Marie).Lead.Company);
        Assert.Equal(row.Company, ExistingLeads.Apply(Fill, There(row), Bare with { Company = known }, Marie).Lead.Company);

        var completed = LeadMerge.Complete(Bare with { Company = known }, row);
        var after = LeadMerge.Complete(row, Bare with { Company = known });
        Assert.Equal((known with { Country = "FR" }, 0), (completed.Company, completed.OtherCompanies.Length));
        Assert.Equal((row.Company, known), (after.Company, Assert.Single(after.OtherCompanies)));
    }

    [Fact]
    public void A_text_that_is_no_number_replaces_no_number_and_is_kept_aside()
    {
        var number = new LeadPhone(PhoneType.Mobile, "0612345678", "+33612345678");
        var there = There(Bare with { Phones = [number], Company = new() { Name = "Acme", Phone = new(PhoneType.Phone, "0546778800", "+33546778800") } });
        var row = Bare with { Phones = [new(PhoneType.Mobile, "pas de portable", null)], Company = new() { Name = "Acme", Phone = new(PhoneType.Phone, "idem", null) } };

        var written = ExistingLeads.Apply(Overwrite, there, row, Marie);

        Assert.Equal((number, "+33546778800"), (Assert.Single(written.Lead.Phones), written.Lead.Company!.Phone!.E164));
        Assert.Equal([new LeadValue("Mobile", "pas de portable"), new LeadValue("CompanyPhone", "idem")], written.Lead.UnreadValues);
        Assert.Same(written, ExistingLeads.Apply(Overwrite, written, row, Marie));
    }

    [Fact]
    public void A_text_of_a_host_s_field_of_phones_replaces_no_number_either()
    {
        var options = new SellsyImportOptions();
        options.Fields.Add(new("Direct", LeadFieldKind.Phone));
        var there = There(Bare with { CustomValues = [new("Direct", "+33612345678"), new("Score", "+33")] });

        var written = ExistingLeads.Apply(new(ExistingLeadPolicy.Overwrite, options), there, Bare with { CustomValues = [new("Direct", "aucun"), new("Score", "12")] }, Marie);

        Assert.Equal([new LeadValue("Direct", "+33612345678"), new LeadValue("Score", "12")], written.Lead.CustomValues);
        Assert.Equal([new LeadValue("Direct", "aucun")], written.Lead.UnreadValues);
    }

    [Fact]
    public void What_is_read_now_is_no_longer_listed_as_unread()
    {
        var there = There(Bare with { UnreadValues = [new("Birthday", "31/02/1990"), new("CompanySiret", "12"), new("Website", "?")], Website = "exemple.example" });
        var row = Bare with { Birthday = new(1990, 2, 28), Company = new() { Siret = "73282932000074" }, Website = "autre.example" };

        Assert.Empty(ExistingLeads.Apply(Overwrite, there, row, Marie).Lead.UnreadValues);
        Assert.Equal([new LeadValue("Website", "?")], ExistingLeads.Apply(Fill, there, row, Marie).Lead.UnreadValues);
        Assert.Equal(there.Lead.UnreadValues, ExistingLeads.Apply(Overwrite, there, Bare with { JobPosition = "Gérante" }, Marie).Lead.UnreadValues);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_refusal_becomes_a_consent_only_where_the_host_allows_it(bool isAllowed, bool after)
    {
        var policies = new FieldPolicies(ExistingLeadPolicy.Overwrite, new() { ConsentReplacesRefusal = isAllowed });

        var written = ExistingLeads.Apply(policies, There(Bare with { SmsConsent = false, EmailConsent = true }), Bare with { SmsConsent = true, EmailConsent = false }, Marie);

        Assert.Equal((after, false), (written.Lead.SmsConsent, written.Lead.EmailConsent));
    }

    [Fact]
    public void Merged_rows_that_disagree_end_as_refusal()
    {
        var merged = LeadMerge.Complete(Bare with { EmailConsent = true, SmsConsent = false }, Bare with { EmailConsent = false, SmsConsent = true });

        Assert.Equal((false, false), (merged.EmailConsent, merged.SmsConsent));
    }

    [Fact]
    public void A_field_has_a_policy_of_its_own()
    {
        var options = new SellsyImportOptions();
        options.Fields.Change("Note", field => field with { ExistingLeads = ExistingLeadPolicy.Skip });
        options.Fields.Change("JobPosition", field => field with { ExistingLeads = ExistingLeadPolicy.FillBlanks });
        options.Fields.Change("CompanySiret", field => field with { ExistingLeads = ExistingLeadPolicy.Skip });
        options.Fields.Change("LastName", field => field with { ExistingLeads = ExistingLeadPolicy.Overwrite });
        options.Fields.Change("Owner", field => field with { ExistingLeads = ExistingLeadPolicy.Skip });
        var there = There(Bare with { JobPosition = "Gérante", LastName = "Petit", Company = new() { Name = "Acme", City = "Nantes" } });
        var row = Bare with { FirstName = "Annie", LastName = "Grand", Note = "note", JobPosition = "Cheffe", Company = new() { Name = "Acme", City = "Lyon", Siret = "1" } };

        var written = ExistingLeads.Apply(new(ExistingLeadPolicy.Overwrite, options), there, row, Helene);
        var filled = ExistingLeads.Apply(new(ExistingLeadPolicy.FillBlanks, options), there, row, Helene);

        Assert.Equal(("Annie", "Grand", null, "Gérante", Marie), (written.Lead.FirstName, written.Lead.LastName, written.Lead.Note, written.Lead.JobPosition, written.Owner));
        Assert.Equal(new() { Name = "Acme", City = "Lyon" }, written.Lead.Company);
        Assert.Equal(("Anne", "Grand"), (filled.Lead.FirstName, filled.Lead.LastName));
        Assert.Same(there, ExistingLeads.Apply(new(ExistingLeadPolicy.Skip, options), there, row, Helene));
    }
}
