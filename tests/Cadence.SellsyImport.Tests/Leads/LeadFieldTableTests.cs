using Cadence.SellsyImport.Leads;
using Microsoft.Extensions.Options;
using Xunit;
using static Cadence.SellsyImport.Tests.Leads.Leads;

namespace Cadence.SellsyImport.Tests.Leads;

public sealed class LeadFieldTableTests
{
    public static TheoryData<string> Fields => [.. LeadFields.All.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_that_Cadence_knows_has_a_place(string name)
    {
        var field = LeadFields.All.Single(known => known.Name == name);

        Assert.Equal(name, LeadFieldTable.Of(field)!.Field);
        Assert.Equal(LeadFields.All.IndexOf(field) + 1, LeadFieldTable.NumberOf(field));
    }

    [Fact]
    public void A_later_row_adds_the_kinds_of_numbers_that_the_first_lacks()
    {
        var phone = new LeadPhone(PhoneType.Phone, "05 46 77 88 99", "+33546778899");
        var mobile = new LeadPhone(PhoneType.Mobile, "06 12 34 56 78", "+33612345678");

        var merged = LeadMerge.Complete(Bare with { Phones = [phone] }, Bare with { Phones = [mobile] });

        Assert.Equal([phone, mobile], merged.Phones);
    }

    [Fact]
    public void A_lead_that_was_made_of_another_one_is_a_copy()
    {
        var lead = Bare with { LastName = "Petit" };

        var changed = LeadMerge.Complete(lead, Bare with { JobPosition = "Gérante" });

        Assert.Equal((null, "Gérante"), (lead.JobPosition, changed.JobPosition));
    }

    [Theory]
    [InlineData("JobPosition", LeadFieldKind.Tags)]
    [InlineData("Birthday", LeadFieldKind.Text)]
    [InlineData("Email", LeadFieldKind.Phone)]
    public void The_kind_of_a_field_that_Cadence_knows_fits_its_place(string name, LeadFieldKind kind)
    {
        var options = new SellsyImportOptions();
        options.Fields.Change(name, field => field with { Kind = kind });

        var failure = new SellsyImportOptionsValidator().Validate(Options.DefaultName, options);

        Assert.Contains($"the field \"{name}\" of the kind {kind}", failure.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_Cadence_knows_can_be_a_choice()
    {
        var options = new SellsyImportOptions();
        options.Fields.Change("JobPosition", field => field with { Kind = LeadFieldKind.Choice, Choices = ["Gérante"] });

        Assert.True(new SellsyImportOptionsValidator().Validate(Options.DefaultName, options).Succeeded);
    }
}
