using Cadence.SellsyImport.Mapping;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>What becomes of the single values of a row, and what is told about them.</summary>
public sealed class RowReadingTests
{
    [Theory]
    [InlineData("LastName", "#N/A", "SpreadsheetError(#N/A)", "#N/A")]
    [InlineData("LastName", "7,1E+12", "DigitsLost", "7,1E+12")]
    [InlineData("Note", "7,1E+12", "", "")]
    [InlineData("LastName", "ZoÃ©", "TextGarbled", "")]
    [InlineData("LastName", "N/C", "", "")]
    [InlineData("Owner", "Acme; #REF!", "SpreadsheetError(#REF!)", "Acme; #REF!")]
    [InlineData("OwnerSellsyId", "12a", "IdNotDigits", "")]
    [InlineData("OwnerSellsyId", "7,1E+12", "DigitsLost", "")]
    [InlineData("OwnerSellsyId", "7; 8", "SeveralOwners(7)", "7; 8")]
    [InlineData("OwnerSellsyId", ";", "MandatoryBlank", "")]
    [InlineData("CompanySellsyId", "12a", "IdNotDigits", "12a")]
    [InlineData("CompanySellsyId", "7,1E+12", "DigitsLost", "7,1E+12")]
    [InlineData("CompanySellsyId", "7; 8", "SeveralCompanies(7)", "7; 8")]
    [InlineData("CompanySellsyId", ";", "", "")]
    [InlineData("Website", "pas de site", "WebAddressInvalid", "pas de site")]
    [InlineData("CompanyEmail", "a@", "EmailInvalid", "a@")]
    [InlineData("CompanyPhone", "12", "PhoneUnrecognised", "")]
    [InlineData("CompanyPhone", "3,3E+10", "DigitsLost", "3,3E+10")]
    [InlineData("Birthday", "45123", "DateIsDayNumber", "45123")]
    [InlineData("Birthday", "31/02/1990", "DateInvalid(dd/MM/yyyy)", "31/02/1990")]
    [InlineData("CreatedInSellsy", "hier", "DateInvalid(dd/MM/yyyy)", "hier")]
    [InlineData("EmailConsent", "peut-être", "ConsentInvalid", "peut-être")]
    [InlineData("EmailConsent", "non", "ContactOptedOut", "")]
    [InlineData("EmailConsent", "oui", "", "")]
    [InlineData("CompanySiren", "732829321", "CompanyNumberInvalid", "732829321")]
    [InlineData("CompanySiret", "732829320", "CompanyNumberInvalid", "732829320")]
    [InlineData("CompanyCity", "#REF!", "SpreadsheetError(#REF!)", "#REF!")]
    [InlineData("Tags", "a, #REF!", "SpreadsheetError(#REF!)", "a, #REF!")]
    public void A_value_that_cannot_be_read_is_told_and_kept_as_it_stood(string field, string cell, string issues, string unread)
    {
        var row = ReadRow.Of((Field(field), cell));

        Assert.Equal((issues, unread), (ReadRow.Issues(row), ReadRow.Unread(row)));
        Assert.All(row.Issues, issue => Assert.Equal((field, $"{field} 1", 1L), (issue.Field, issue.Column, issue.Row)));
        Assert.All(row.Lead!.UnreadValues, value => Assert.Equal(field, value.Name));
    }

    [Theory]
    [InlineData(LeadFieldKind.Text, "a", "a", "")]
    [InlineData(LeadFieldKind.ContactId, "12", "12", "")]
    [InlineData(LeadFieldKind.ContactId, "a", null, "IdNotDigits")]
    [InlineData(LeadFieldKind.OwnerId, "12", "12", "")]
    [InlineData(LeadFieldKind.CompanyId, "12", "12", "")]
    [InlineData(LeadFieldKind.CompanyId, "1 2", null, "IdNotDigits")]
    [InlineData(LeadFieldKind.Civility, "mme", "Madame", "")]
    [InlineData(LeadFieldKind.Email, "a@b.example", "a@b.example", "")]
    [InlineData(LeadFieldKind.Email, "a@b.example; c@d.example", null, "EmailInvalid")]
    [InlineData(LeadFieldKind.Phone, "05 46 77 88 99", "+33546778899", "")]
    [InlineData(LeadFieldKind.Phone, "12", "12", "PhoneUnrecognised")]
    [InlineData(LeadFieldKind.WebAddress, "exemple.example", "exemple.example", "")]
    [InlineData(LeadFieldKind.Note, "<p>a</p>", "a", "")]
    [InlineData(LeadFieldKind.Date, "25/04/2026", "2026-04-25", "")]
    [InlineData(LeadFieldKind.Consent, "oui", "true", "")]
    [InlineData(LeadFieldKind.Consent, "non", "false", "ContactOptedOut")]
    [InlineData(LeadFieldKind.YesNo, "non", "false", "")]
    [InlineData(LeadFieldKind.YesNo, "12", null, "YesNoInvalid")]
    [InlineData(LeadFieldKind.Number, "1 234,50", "1234.5", "")]
    [InlineData(LeadFieldKind.Number, "0,1234567890", "0.123456789", "")]
    [InlineData(LeadFieldKind.Number, "douze", null, "NumberInvalid")]
    [InlineData(LeadFieldKind.Choice, "GAGNE", "Gagné", "")]
    [InlineData(LeadFieldKind.Choice, "Autre", null, "ChoiceUnknown(En cours, Gagné)")]
    [InlineData(LeadFieldKind.Siren, "732 829 320", "732829320", "")]
    [InlineData(LeadFieldKind.Siret, "732 829 320 00074", "73282932000074", "")]
    [InlineData(LeadFieldKind.Siret, "732829320", null, "CompanyNumberInvalid")]
    public void A_field_of_the_host_is_read_by_its_kind_and_kept_as_text(LeadFieldKind kind, string cell, string? kept, string issues)
    {
        var row = ReadRow.Of((new("Other", kind) { Choices = ["En cours", "Gagné"] }, cell));

        Assert.Equal(issues, ReadRow.Issues(row));
        Assert.Equal(kept, row.Lead!.CustomValues.SingleOrDefault()?.Text);
        Assert.Equal(kept is null ? cell : "", ReadRow.Unread(row));
    }

    [Theory]
    [InlineData("LastName", "abcde", "")]
    [InlineData("LastName", "abcdef", "!ValueTooLong(6,5)")]
    [InlineData("CompanyCity", "abcdef", "ValueTooLong(6,5)")]
    [InlineData("Company", "abcdef", "ValueTooLong(6,5)")]
    [InlineData("CompanySellsyId", "123456", "ValueTooLong(6,5)")]
    [InlineData("Note", "<p>abcde</p>", "")]
    [InlineData("Note", "<p>abcdef</p>", "!ValueTooLong(6,5)")]
    public void A_value_that_is_too_long_is_an_error_but_for_a_detail_of_the_company(string field, string cell, string issues)
    {
        var row = ReadRow.Of((Field(field) with { MaxLength = 5 }, cell));

        Assert.Equal(issues, (row.Issues.Any(issue => issue.Severity == IssueSeverity.Error) ? "!" : "") + ReadRow.Issues(row));
        Assert.Equal(issues.StartsWith('V') ? cell : "", ReadRow.Unread(row));
        Assert.Null(row.Lead!.Company);
    }

    [Fact]
    public void A_detail_of_the_company_that_each_row_must_have_is_an_error_too()
    {
        var row = ReadRow.Of((LeadFields.CompanyCity with { MaxLength = 5, IsMandatory = true }, "abcdef"));

        Assert.Equal(["ValueTooLong Error"], row.Issues.Select(issue => $"{issue.Code} {issue.Severity}"));
    }

    [Theory]
    [InlineData("", "MandatoryBlank")]
    [InlineData("N/C", "MandatoryBlank")]
    [InlineData("#N/A", "SpreadsheetError(#N/A) MandatoryBlank")]
    [InlineData("a", "")]
    public void A_mandatory_field_without_a_value_is_an_error(string cell, string issues)
    {
        Assert.Equal(issues, ReadRow.Issues(ReadRow.Of((LeadFields.LastName with { IsMandatory = true }, cell))));
        Assert.Equal(issues, ReadRow.Issues(ReadRow.Of((new("Other", LeadFieldKind.Text) { IsMandatory = true }, cell))));
    }

    [Fact]
    public void A_mandatory_field_is_filled_by_no_other_one()
    {
        var lastName = LeadFields.LastName with { IsMandatory = true };
        LeadField one = new("One", LeadFieldKind.Text) { IsMandatory = true }, other = new("Other", LeadFieldKind.Text);

        Assert.Equal("MandatoryBlank", ReadRow.Issues(ReadRow.Of((lastName, ""), (LeadFields.OwnerSellsyId, "7"))));
        Assert.Equal("MandatoryBlank", ReadRow.Issues(ReadRow.Of((one, ""), (other, "a"))));
        Assert.Equal("", ReadRow.Issues(ReadRow.Of((one, "a"), (other, ""))));
    }

    [Theory]
    [InlineData("a@b.example", "c@d.example", "")]
    [InlineData("", "c@d.example", "")]
    [InlineData("", "", "MandatoryBlank")]
    public void Any_column_of_a_mandatory_list_fills_it_and_it_is_told_once(string one, string other, string issues)
    {
        var email = LeadFields.Email with { IsMandatory = true };

        Assert.Equal(issues, ReadRow.Issues(ReadRow.Of((email, one), (email, other))));
    }

    [Fact]
    public void A_column_that_is_not_mapped_is_kept_under_its_heading_or_its_position()
    {
        var mapper = new FieldMapper(Options.Create(new SellsyImportOptions { KeepUnmappedColumns = true }));
        var columns = SampleFile.Columns("ID", "", "Score", "Blanc");
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.SellsyContactId, columns[0]);

        var lead = mapper.Map(SampleFile.Rows(["1", "a", "b", " "])[0], mapping, new(new()) { Columns = columns }).Lead!;

        Assert.Equal([new("#1", "a"), new LeadValue("Score", "b")], lead.UnmappedValues);
    }

    [Fact]
    public void A_mapper_is_given_a_row_a_mapping_and_facts()
    {
        var mapper = new FieldMapper(Options.Create(new SellsyImportOptions()));
        var row = SampleFile.Rows(["1"])[0];

        Assert.Throws<ArgumentNullException>("row", () => mapper.Map(null!, FieldMapping.Empty, ExportFacts.None));
        Assert.Throws<ArgumentNullException>("mapping", () => mapper.Map(row, null!, ExportFacts.None));
        Assert.Throws<ArgumentNullException>("facts", () => mapper.Map(row, FieldMapping.Empty, null!));
    }

    [Theory]
    [InlineData("Tags", ";")]
    [InlineData("Company", ";")]
    [InlineData("CompanySellsyId", ";")]
    [InlineData("Owner", ";")]
    public void A_mandatory_list_of_separators_alone_is_blank(string field, string cell) =>
        Assert.Equal("MandatoryBlank", ReadRow.Issues(ReadRow.Of((Field(field) with { IsMandatory = true }, cell))));

    [Theory]
    [InlineData("", "7", "")]
    [InlineData("Marie Durand", "", "")]
    [InlineData("", "", "MandatoryBlank")]
    [InlineData("Marie; Paul", "7; 8", "SeveralOwners(Marie)")]
    [InlineData("Marie", "7; 8", "SeveralOwners(7)")]
    public void The_id_of_an_owner_stands_for_the_name_and_several_are_told_once(string name, string id, string issues) =>
        Assert.Equal(issues, ReadRow.Issues(ReadRow.Of((LeadFields.Owner, name), (LeadFields.OwnerSellsyId, id))));

    [Theory]
    [InlineData("17000", "France", "")]
    [InlineData("1000", "France", "LeadingZeroMissing")]
    [InlineData("1000", "", "LeadingZeroMissing")]
    [InlineData("1000", "Belgique", "")]
    [InlineData("1000", null, "LeadingZeroMissing")]
    public void A_short_postal_code_is_told_in_France(string zipCode, string? country, string issues)
    {
        (LeadField, string)[] cells = country is null ? [(LeadFields.CompanyZipCode, zipCode)] : [(LeadFields.CompanyZipCode, zipCode), (LeadFields.CompanyCountry, country)];

        Assert.Equal(issues, ReadRow.Issues(ReadRow.Of(cells)));
        Assert.Equal(country is "France" ? issues : "", ReadRow.Issues(ReadRow.Of(new SellsyImportOptions { DefaultCallingCode = 32 }, cells)));
    }

    [Fact]
    public void A_date_and_a_time_are_read_with_the_day_first()
    {
        var row = ReadRow.Of((LeadFields.Birthday, "03/04/1980"), (LeadFields.CreatedInSellsy, "03/04/2026 10:12"));

        Assert.Equal(new DateOnly(1980, 4, 3), row.Lead!.Birthday);
        Assert.Equal(new DateTime(2026, 4, 3, 10, 12, 0), row.Lead.CreatedInSellsy);
        Assert.Empty(row.Issues);
    }

    private static LeadField Field(string name) => LeadFields.All.Single(known => known.Name == name);
}
