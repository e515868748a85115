using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>Dates as spreadsheets write them.</summary>
public sealed class SpreadsheetDateTests
{
    [Fact]
    public async Task The_day_number_of_a_spreadsheet_is_reported_and_not_read()
    {
        using var host = new ImportHost(users: CaseUsers.All);
        const string csv =
            """
            ID Sellsy;Prénom;Nom;E-mail;Téléphone;Propriétaire;Anniversaire;Date de création
            610001;Lucie;Brémont;lucie@bremont.example;0546778899;Hélène Aubrac;45123;45210
            610002;Marc;Ollivier;marc@ollivier.example;0546778890;Hélène Aubrac;28734;45211
            610003;Nadia;Ferrand;nadia@ferrand.example;0546778891;Hélène Aubrac;32001,5;45212,6041666667
            610004;Paul;Guérin;paul@guerin.example;0546778892;Hélène Aubrac;########;#########
            610005;Inès;Tabary;ines@tabary.example;0546778893;Hélène Aubrac;1985;2024
            610006;Yann;Kermeur;yann@kermeur.example;0546778894;Hélène Aubrac;14/07;12/2024
            """;

        var rows = await host.RowsAsync(csv);

        string[] codes =
        [
            IssueCodes.DateIsDayNumber, IssueCodes.DateIsDayNumber, IssueCodes.DateIsDayNumber, IssueCodes.SpreadsheetError, IssueCodes.DateInvalid,
            IssueCodes.DateInvalid,
        ];
        Assert.Equal(codes.Select(code => (code, code)), rows.Select(row => (row.Issues[0].Code, row.Issues[1].Code)));
        Assert.All(rows, row => Assert.Equal((RowStatus.Blank, null, null, 2), (row.Status, row.Lead!.Birthday, row.Lead.CreatedInSellsy, row.Lead.UnreadValues.Length)));
        Assert.Equal(
            "Anniversaire : La valeur est un numéro de jour de tableur, et non une date ; son texte est gardé tel quel. Mettez la colonne au format date et enregistrez à nouveau le fichier.",
            ImportTexts.French.IssueText(rows[0].Issues[0]));
    }

    [Theory]
    [InlineData("45123", true)]
    [InlineData("45123.0", true)]
    [InlineData("45123.60416", true)]
    [InlineData("9999", true)]
    [InlineData("1985,5", true)]
    [InlineData("1985", false)]
    [InlineData("2200", false)]
    [InlineData("123456", false)]
    [InlineData("20260425", false)]
    [InlineData("45123,", false)]
    public async Task A_year_and_other_numbers_are_no_day_numbers(string cell, bool isDayNumber)
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;Anniversaire\n1;A;Hélène Aubrac;{cell}\n"));

        Assert.Equal(isDayNumber ? IssueCodes.DateIsDayNumber : IssueCodes.DateInvalid, Assert.Single(row.Issues).Code);
    }

    [Fact]
    public async Task A_column_of_day_numbers_or_of_signs_keeps_its_field()
    {
        using var host = new ImportHost(users: CaseUsers.All);
        var csv = "ID Sellsy;Prénom;Propriétaire;Anniversaire;Date de création\n"
            + string.Concat(Enumerable.Range(1, 8).Select(id => $"{id};A;Hélène Aubrac;{45_000 + id}.6041;########\n"));

        var plan = await host.PreviewAsync(ImportHost.Source(csv));

        Assert.Equal(
            [(IssueCodes.DateIsDayNumber, 8L), (IssueCodes.SpreadsheetError, 8L)],
            plan.Issues.Select(count => (count.Code, count.Count)));
    }

    [Theory]
    [InlineData("15-mars-85")]
    [InlineData("15-Mar-85")]
    [InlineData("15-mars-1985")]
    [InlineData("15/mars/1985")]
    [InlineData("15 mars 85")]
    [InlineData("15 mars 1985")]
    [InlineData("15-MARS-85")]
    [InlineData("15.Mar.1985")]
    [InlineData("vendredi 15 mars 1985")]
    [InlineData("ven. 15 mars 1985")]
    [InlineData("mar. 15 mars 1985")]
    [InlineData("Friday, March 15, 1985")]
    [InlineData("March 15, 1985")]
    [InlineData("Mar 15, 1985")]
    [InlineData("Mar-15-85")]
    [InlineData("15th March 1985")]
    [InlineData("15-mars-85 00:00")]
    [InlineData("15 Mar 1985, 14:30")]
    public async Task A_date_with_the_name_of_its_month_is_read(string cell)
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;Anniversaire\n1;A;Hélène Aubrac;\"{cell}\"\n"));

        Assert.Empty(row.Issues);
        Assert.Equal(new DateOnly(1985, 3, 15), row.Lead!.Birthday);
    }

    [Theory]
    [InlineData("02-janv.-26", 2026, 1, 2)]
    [InlineData("02-janv-27", 1927, 1, 2)]
    [InlineData("28-févr.-26", 2026, 2, 28)]
    [InlineData("1-avr.-25", 2025, 4, 1)]
    [InlineData("14-juil.-25", 2025, 7, 14)]
    [InlineData("5-août-25", 2025, 8, 5)]
    [InlineData("25-déc.-25", 2025, 12, 25)]
    [InlineData("25-Dec-25", 2025, 12, 25)]
    [InlineData("mercredi 24 septembre 2025", 2025, 9, 24)]
    [InlineData("1er mai 2025", 2025, 5, 1)]
    public async Task The_short_months_of_both_languages_are_read(string cell, int year, int month, int day)
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;Anniversaire\n1;A;Hélène Aubrac;{cell}\n"));

        Assert.Equal(new DateOnly(year, month, day), row.Lead!.Birthday);
    }

    [Theory]
    [InlineData("mars-85")]
    [InlineData("15-mars")]
    [InlineData("mars 1985")]
    [InlineData("32-mars-85")]
    [InlineData("29-févr.-85")]
    [InlineData("85-mars-15")]
    [InlineData("15-foo-85")]
    [InlineData("mardi")]
    [InlineData("15mars85")]
    [InlineData("15-mars-085")]
    public async Task What_is_no_whole_date_is_none(string cell)
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;Anniversaire\n1;A;Hélène Aubrac;{cell}\n"));

        Assert.Equal(IssueCodes.DateInvalid, Assert.Single(row.Issues).Code);
        Assert.Equal(new LeadValue("Birthday", cell), Assert.Single(row.Lead!.UnreadValues));
    }

    [Theory]
    [InlineData("2024-01-02T10:00:00+01:00")]
    [InlineData("2024-01-02T10:00:00.000+0100")]
    [InlineData("2024-01-02T10:00:00-05:00")]
    [InlineData("2024-01-02T10:00:00Z")]
    [InlineData("2024-01-02 10:00:00 +02")]
    [InlineData("02/01/2024 10:00Z")]
    [InlineData("2024-01-02T10:00+01:00")]
    public async Task A_time_with_an_offset_keeps_its_wall_time(string cell)
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;Date de création\n1;A;Hélène Aubrac;{cell}\n"));

        Assert.Empty(row.Issues);
        Assert.Equal((new DateTime(2024, 1, 2, 10, 0, 0), DateTimeKind.Unspecified), (row.Lead!.CreatedInSellsy, row.Lead.CreatedInSellsy!.Value.Kind));
    }
}
