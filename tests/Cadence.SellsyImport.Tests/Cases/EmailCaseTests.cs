using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>E-mail addresses that are damaged.</summary>
public sealed class EmailCaseTests
{
    [Fact]
    public async Task An_address_with_a_comma_is_one_bad_address_and_a_domain_without_a_dot_is_reported()
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var rows = await host.RowsAsync(
            "ID Sellsy;Prénom;Nom;Propriétaire;E-mail\n1;A;B;Hélène Aubrac;jean@exemple,fr\n2;A;B;Hélène Aubrac;jean@exemple\n");

        Assert.All(rows, row => Assert.Equal((RowStatus.Blank, IssueCodes.EmailInvalid), (row.Status, Assert.Single(row.Issues).Code)));
        Assert.All(rows, row => Assert.Empty(row.Lead!.Emails));
        Assert.Equal(["jean@exemple,fr", "jean@exemple"], rows.Select(row => Assert.Single(row.Lead!.UnreadValues).Text));
    }

    [Fact]
    public async Task The_good_addresses_of_a_cell_stay_beside_a_bad_one_and_an_error_of_a_spreadsheet_is_none()
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var row = Assert.Single(await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;E-mail\n1;A;Hélène Aubrac;\"a@exemple.fr; jean@exemple,fr; #N/A; A@EXEMPLE.FR; b@exemple.fr\"\n"));

        Assert.Equal(["a@exemple.fr", "b@exemple.fr"], row.Lead!.Emails.Select(email => email.Address));
        Assert.Equal([IssueCodes.EmailInvalid, IssueCodes.SpreadsheetError], row.Issues.Select(issue => issue.Code));
        Assert.Equal(["jean@exemple,fr", "#N/A"], row.Lead.UnreadValues.Select(value => value.Text));
    }

    [Fact]
    public async Task The_mail_address_of_a_company_needs_a_whole_domain_too()
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var rows = await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;Email société\n1;A;Hélène Aubrac;contact@exemple\n2;A;Hélène Aubrac;contact@[192.0.2.1]\n");

        Assert.Equal(IssueCodes.EmailInvalid, Assert.Single(rows[0].Issues).Code);
        Assert.Equal("contact@[192.0.2.1]", rows[1].Lead!.Company!.Email);
    }
}
