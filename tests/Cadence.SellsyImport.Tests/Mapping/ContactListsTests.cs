using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>The addresses, numbers and companies of a row, of which it may have several.</summary>
public sealed class ContactListsTests
{
    private static readonly SellsyImportOptions Two = new() { MaxEmails = 2, MaxPhones = 2 };

    [Theory]
    [InlineData("a@b.example", "", "a@b.example", "")]
    [InlineData("a@b.example; c@d.example", "", "a@b.example c@d.example", "")]
    [InlineData("a@b.example; A@B.example", "", "a@b.example", "")]
    [InlineData("a@b.example", "A@B.EXAMPLE", "a@b.example", "")]
    [InlineData("a@b.example; c@d.example; A@b.example", "", "a@b.example c@d.example", "")]
    [InlineData("a@; c@d.example", "", "c@d.example", "EmailInvalid")]
    public void Addresses_are_kept_each_once_and_the_first_is_the_primary_one(string one, string other, string addresses, string issues)
    {
        var row = ReadRow.Of(Two, (LeadFields.Email, one), (LeadFields.Email, other));

        Assert.Equal((addresses, issues), (string.Join(' ', row.Lead!.Emails.Select(email => email.Address)), ReadRow.Issues(row)));
        Assert.Equal(row.Lead.Emails.Select((_, index) => index == 0 ? EmailType.Primary : EmailType.Secondary), row.Lead.Emails.Select(email => email.Type));
    }

    [Fact]
    public void Addresses_beyond_the_most_are_kept_as_they_stood_and_told_on_their_column()
    {
        var row = ReadRow.Of(Two, (LeadFields.Email, "a@b.example; c@d.example; e@f.example; g@h.example"));

        Assert.Equal("e@f.example|g@h.example", ReadRow.Unread(row));
        Assert.Equal(["TooManyEmails(4,2)"], [ReadRow.Issues(row)]);
        Assert.Equal("Email 1", row.Issues[0].Column);
    }

    [Theory]
    [InlineData("a@", false, "EmailInvalid Warning", "a@")]
    [InlineData("a@", true, "EmailInvalid Error", "")]
    [InlineData("a@b.example; #REF!", true, "SpreadsheetError Warning", "#REF!")]
    public void An_address_that_is_none_is_an_error_only_if_the_host_says_so(string cell, bool isError, string issue, string unread)
    {
        var row = ReadRow.Of(new SellsyImportOptions { InvalidEmailIsError = isError }, (LeadFields.Email, cell));

        Assert.Equal([issue], row.Issues.Select(found => $"{found.Code} {found.Severity}"));
        Assert.Equal(unread, ReadRow.Unread(row));
        Assert.Equal(unread is "#REF!" ? ["#REF!"] : [], row.Issues[0].Arguments);
    }

    [Theory]
    [InlineData("05 46 77 88 99", "", "+33546778899", "")]
    [InlineData("05 46 77 88 99 / 06 12 34 56 78", "", "+33546778899 +33612345678", "")]
    [InlineData("05 46 77 88 99 / 0546778899", "", "+33546778899", "")]
    [InlineData("05 46 77 88 99", "05.46.77.88.99", "+33546778899", "")]
    [InlineData("05 46 77 88 99 poste 12", "05 46 77 88 99 poste 13", "+33546778899 +33546778899", "")]
    [InlineData("05 46 77 88 99 poste 12", "0546778899 poste 12", "+33546778899", "")]
    [InlineData("12", "", "?12", "PhoneUnrecognised")]
    [InlineData("12", "13", "?12 ?13", "PhoneUnrecognised PhoneUnrecognised")]
    [InlineData("12", "12", "?12", "PhoneUnrecognised PhoneUnrecognised")]
    public void Numbers_are_kept_each_once_with_their_extensions(string one, string other, string numbers, string issues)
    {
        var row = ReadRow.Of(Two, (LeadFields.Phone, one), (LeadFields.Phone, other));

        Assert.Equal((numbers, issues), (string.Join(' ', row.Lead!.Phones.Select(phone => phone.E164 ?? "?" + phone.Text)), ReadRow.Issues(row)));
    }

    [Theory]
    [InlineData("Email", "a@b.example", "c@d.example; e@f.example", "TooManyEmails(3,2)")]
    [InlineData("Phone", "05 46 77 88 99", "06 12 34 56 78 / 06 12 34 56 79", "TooManyPhones(3,2)")]
    [InlineData("Phone", "05 46 77 88 99", "06 12 34 56 78 / 06 12 34 56 79 / 06 12 34 56 80", "TooManyPhones(4,2)")]
    public void Too_many_values_of_several_columns_are_told_on_the_column_that_has_them(string name, string one, string other, string issues)
    {
        var field = LeadFields.All.Single(known => known.Name == name);
        var row = ReadRow.Of(Two, (field, one), (field, other));

        Assert.Equal((issues, $"{name} 2"), (ReadRow.Issues(row), row.Issues[0].Column));
    }

    [Fact]
    public void One_number_under_two_kinds_is_two_and_a_number_too_many_is_kept_as_it_stood()
    {
        var row = ReadRow.Of(Two, (LeadFields.Phone, "05 46 77 88 99"), (LeadFields.Mobile, "05 46 77 88 99"), (LeadFields.Fax, "05 46 77 88 99"));

        Assert.Equal([PhoneType.Phone, PhoneType.Mobile], row.Lead!.Phones.Select(phone => phone.Type));
        Assert.Equal(("TooManyPhones(3,2)", "05 46 77 88 99"), (ReadRow.Issues(row), ReadRow.Unread(row)));
        Assert.Equal("Fax", row.Issues[0].Field);
    }

    [Theory]
    [InlineData("Fax", "+33546778899 +33546778898")]
    [InlineData("Phone", "?fax 05 46 77 88 99 / fax 05 46 77 88 98")]
    public void The_word_fax_in_front_of_each_number_of_a_cell_is_that_of_a_fax(string field, string numbers)
    {
        var row = ReadRow.Of((LeadFields.All.Single(known => known.Name == field), "fax 05 46 77 88 99 / fax 05 46 77 88 98"));

        Assert.Equal(numbers, string.Join(' ', row.Lead!.Phones.Select(phone => phone.E164 ?? "?" + phone.Text)));
    }

    [Fact]
    public void A_number_that_a_spreadsheet_damaged_is_none_and_the_others_of_the_cell_stay()
    {
        var row = ReadRow.Of((LeadFields.Phone, "05 46 77 88 99; #REF!"));

        Assert.Equal("+33546778899", Assert.Single(row.Lead!.Phones).E164);
        Assert.Equal(("SpreadsheetError(#REF!)", "#REF!"), (ReadRow.Issues(row), ReadRow.Unread(row)));
    }

    [Theory]
    [InlineData("05 46 77 88 99", "+33546778899")]
    [InlineData("12", null)]
    public void The_number_of_a_company_is_one_and_is_kept_as_it_stands(string cell, string? e164) =>
        Assert.Equal(new LeadPhone(PhoneType.Phone, cell, e164), ReadRow.Of((LeadFields.CompanyPhone, cell)).Lead!.Company!.Phone);

    [Theory]
    [InlineData("Acme", "", "Acme", null, "", "")]
    [InlineData("Acme", "7", "Acme", "7", "", "")]
    [InlineData("Acme; Kiwi", "", "Acme", null, "SeveralCompanies(Acme)", "Acme; Kiwi")]
    [InlineData("Acme; Kiwi", "7; 8", "Acme", "7", "SeveralCompanies(Acme)", "7; 8|Acme; Kiwi")]
    [InlineData("Acme", "7; 8", "Acme", "7", "SeveralCompanies(7)", "7; 8")]
    [InlineData("Dupont, Martin", "7; 8", "Dupont", "7", "SeveralCompanies(Dupont)", "7; 8|Dupont, Martin")]
    [InlineData("Dupont, Martin", "7", "Dupont, Martin", "7", "", "")]
    [InlineData("Dupont, Martin", "", "Dupont", null, "SeveralCompanies(Dupont)", "Dupont, Martin")]
    [InlineData("Dupont, Martin; Kiwi", "", "Dupont, Martin", null, "SeveralCompanies(Dupont, Martin)", "Dupont, Martin; Kiwi")]
    [InlineData("Acme", "7a", "Acme", null, "IdNotDigits", "7a")]
    [InlineData("Acme", "7a; 8", "Acme", null, "IdNotDigits SeveralCompanies(7a)", "7a|7a; 8")]
    public void The_first_company_of_a_row_is_kept(string name, string id, string kept, string? keptId, string issues, string unread)
    {
        var row = ReadRow.Of((LeadFields.CompanySellsyId, id), (LeadFields.Company, name));

        Assert.Equal((kept, keptId), (row.Lead!.Company!.Name, row.Lead.Company.SellsyId));
        Assert.Equal((issues, unread), (ReadRow.Issues(row), ReadRow.Unread(row)));
    }

    [Fact]
    public void A_mandatory_company_that_is_too_long_is_an_error_also_where_commas_may_separate()
    {
        var company = LeadFields.Company with { IsMandatory = true, MaxLength = 6 };

        Assert.Equal(["ValueTooLong"], ReadRow.Of((company, "Dupontel")).Issues.Select(issue => issue.Code));
        Assert.Equal(["SeveralCompanies"], ReadRow.Of((company, "Dupont, Martin")).Issues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("a", "b; A", "a b")]
    [InlineData("a, b", "", "a b")]
    public void Tags_of_several_columns_are_kept_each_once(string one, string other, string tags) =>
        Assert.Equal(tags, string.Join(' ', ReadRow.Of((LeadFields.Tags, one), (LeadFields.Tags, other)).Lead!.Tags));
}
