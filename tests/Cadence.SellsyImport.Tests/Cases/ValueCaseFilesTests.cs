using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>The files from the field about values, byte for byte, each with its right answer.</summary>
public sealed class ValueCaseFilesTests
{
    [Fact]
    public async Task Entities_are_decoded_in_every_field()
    {
        var (_, rows) = await CaseFile.PreviewAsync("html-entities");

        Assert.Equal(
            ["Agnès|Café & Cie|Réseau, B&B|Nîmes", "Paul|L'Atelier||Saint-Lô"],
            rows.Select(row => $"{row.Lead!.FirstName}|{row.Lead.Company!.Name}|{string.Join(", ", row.Lead.Tags)}|{row.Lead.Company.City}"));
        Assert.All(rows, row => Assert.Empty(row.Issues));
    }

    [Fact]
    public async Task Damage_of_spreadsheets_in_text_fields_is_reported()
    {
        var (_, rows) = await CaseFile.PreviewAsync("spreadsheet-damage-in-text-fields");

        Assert.Equal(
            ["1000 LeadingZeroMissing", "6400 LeadingZeroMissing", "75008 ", "1000 ", " DigitsLost"],
            rows.Select(row => $"{row.Lead!.Company!.ZipCode} {string.Join(' ', row.Issues.Select(issue => issue.Code))}"));
        Assert.All(rows, row => Assert.Equal(RowStatus.Blank, row.Status));
    }

    [Fact]
    public async Task Text_formulas_are_their_text_and_apostrophes_go_where_they_are_no_part_of_a_name()
    {
        var (_, rows) = await CaseFile.PreviewAsync("excel-text-formulas");

        Assert.Equal(
            [
                "660001|Lucie|lucie@bremont.example|+33546778899|01000|Bourg|Phare & Co|",
                "660002|Marc|marc@ollivier.example|+33546778890|06400|Cannes|'Phare & Co|OwnerUnknown",
                "660003|'Marc|marc@ollivier.example|+33546778890|06400|'Cannes|'Phare & Co|",
            ],
            rows.Select(Text));

        static string Text(PreviewRow row)
        {
            var (lead, company) = (row.Lead!, row.Lead!.Company!);
            return $"{lead.SellsyContactId}|{lead.FirstName}|{lead.Emails[0].Address}|{lead.Phones[0].E164}|{company.ZipCode}|{company.City}|{company.Name}|"
                + string.Join(' ', row.Issues.Select(issue => issue.Code).Where(code => code != IssueCodes.AddressShared));
        }
    }

    [Fact]
    public async Task Day_numbers_are_reported_and_not_read()
    {
        var (_, rows) = await CaseFile.PreviewAsync("excel-serial-dates");

        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.Equal((RowStatus.Blank, null, null, 2), (row.Status, row.Lead!.Birthday, row.Lead.CreatedInSellsy, row.Issues.Length)));
        Assert.All(rows.Take(3).SelectMany(row => row.Issues), issue => Assert.Equal(IssueCodes.DateIsDayNumber, issue.Code));
    }

    [Fact]
    public async Task A_column_that_one_cell_turned_says_what_decided()
    {
        var (plan, rows) = await CaseFile.PreviewAsync("date-order-one-us-cell");

        var finding = Assert.Single(plan.Findings, finding => finding is { Code: IssueCodes.DateOrderFound, Severity: IssueSeverity.Warning });
        Assert.Equal(("Date de création", "1", "0", "2"), (finding.Column, finding.Arguments[1], finding.Arguments[2], finding.Arguments[3]));
        Assert.Equal(new DateTime(2026, 2, 3), rows[0].Lead!.CreatedInSellsy);
        Assert.Equal(new DateTime(2026, 3, 25), rows[0].Lead!.ModifiedInSellsy);
    }

    [Theory]
    [InlineData("domain-phone-slash", "+32470123456 +32470123456 +352621123456 +41791234567 +4915112345678 +436641234567")]
    [InlineData("domain-phone-overseas-plus33", "+262692123456 +262692123456 +590690123456 +262692123456")]
    public async Task Each_cell_is_one_number(string name, string expected)
    {
        var (_, rows) = await CaseFile.PreviewAsync(name);

        Assert.Equal(expected.Split(' '), rows.Select(row => Assert.Single(row.Lead!.Phones).E164));
        Assert.All(rows.SelectMany(row => row.Issues), issue => Assert.Equal(IssueCodes.AddressShared, issue.Code));
    }

    [Fact]
    public async Task An_address_with_a_comma_is_one_bad_address()
    {
        var (_, rows) = await CaseFile.PreviewAsync("domain-email-comma");

        Assert.All(rows, row => Assert.Empty(row.Lead!.Emails));
        Assert.All(rows, row => Assert.Equal((RowStatus.Blank, IssueCodes.EmailInvalid), (row.Status, Assert.Single(row.Issues).Code)));
    }

    [Fact]
    public async Task One_address_under_two_ids_is_warned_on_both_rows_and_both_are_added()
    {
        var (_, rows) = await CaseFile.PreviewAsync("domain-dup-email");

        Assert.All(rows, row => Assert.Equal(RowStatus.Blank, row.Status));
        Assert.All(rows, row => Assert.Contains(row.Issues, issue => issue is { Code: IssueCodes.AddressShared, Severity: IssueSeverity.Warning }));
    }

    [Fact]
    public async Task A_refusal_of_campaigns_is_a_counted_warning_and_inverted_columns_are_understood()
    {
        var (plan, rows) = await CaseFile.PreviewAsync("domain-optout");

        Assert.Equal((RowStatus.Blank, false), (rows[0].Status, rows[0].Lead!.EmailConsent));
        Assert.Contains(plan.Issues, count => count is { Code: IssueCodes.ContactOptedOut, Severity: IssueSeverity.Warning });
    }

    [Fact]
    public async Task A_detail_of_the_company_that_does_not_fit_is_kept_aside()
    {
        var (_, rows) = await CaseFile.PreviewAsync("domain-zip-cedex");

        Assert.Equal(["75001 CEDEX 01", "7,5001E+4"], rows.SelectMany(row => row.Lead!.UnreadValues).Select(value => value.Text));
        Assert.All(rows, row => Assert.Equal(RowStatus.Blank, row.Status));
        Assert.Equal("01000", rows[2].Lead!.Company!.ZipCode);
    }
}
