using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>Phone numbers as people write them.</summary>
public sealed class PhoneCaseTests
{
    [Theory]
    [InlineData("+32 (0)470/12.34.56", "+32470123456")]
    [InlineData("0032 (0)470/12.34.56", "+32470123456")]
    [InlineData("+352 621/123 456", "+352621123456")]
    [InlineData("0041 79/123 45 67", "+41791234567")]
    [InlineData("+49 (0) 151 / 12345678", "+4915112345678")]
    [InlineData("0043 664/1234567", "+436641234567")]
    [InlineData("05/46/77/88/99", "+33546778899")]
    public Task A_number_with_slashes_is_one(string cell, string e164) => HasAsync(cell, [(cell, e164)]);

    [Theory]
    [InlineData("+33 692 12 34 56", "+262692123456")]
    [InlineData("0692 12 34 56", "+262692123456")]
    [InlineData("+33 690 12 34 56", "+590690123456")]
    [InlineData("+33 (0)692 12 34 56", "+262692123456")]
    [InlineData("0033 262 12 34 56", "+262262123456")]
    [InlineData("+33 639 12 34 56", "+262639123456")]
    [InlineData("+33 590 12 34 56", "+590590123456")]
    [InlineData("+33 594 12 34 56", "+594594123456")]
    [InlineData("+33 694 12 34 56", "+594694123456")]
    [InlineData("+33 596 12 34 56", "+596596123456")]
    [InlineData("+33 (0)6 96 12 34 56", "+596696123456")]
    [InlineData("+33 508 41 12 34", "+508411234")]
    [InlineData("0508 41 12 34", "+508411234")]
    [InlineData("+508 41 12 34", "+508411234")]
    [InlineData("0709 01 23 45", "+590709012345")]
    [InlineData("0709 35 12 34", "+262709351234")]
    [InlineData("+33 262 692 12 34 56", "+262692123456")]
    [InlineData("+33 (0)590 690 12 34 56", "+590690123456")]
    [InlineData("33692123456", "+262692123456")]
    [InlineData("+687 12 34 56", "+687123456")]
    [InlineData("+689 40 12 34 56", "+68940123456")]
    [InlineData("+681 72 12 34", "+681721234")]
    [InlineData("+33 687 12 34 56", "+33687123456")]
    [InlineData("06 89 12 34 56", "+33689123456")]
    public Task A_number_overseas_has_its_own_calling_code(string cell, string e164) => HasAsync(cell, [(cell, e164)]);

    [Theory]
    [InlineData("+262 596 12 34 56")]
    [InlineData("+590 692 12 34 56")]
    [InlineData("+262 5 46 77 88 99")]
    [InlineData("+33 7 00 12 34 56")]
    [InlineData("07 09 31 99 99 99")]
    [InlineData("08 70 12 34 56")]
    [InlineData("04 00 12 34 56")]
    [InlineData("+33 689 40 12 34 56")]
    [InlineData("+33 262 546 77 88 99")]
    public Task A_number_that_no_network_has_is_not_recognised(string cell) => HasAsync(cell, [(cell, null)]);

    [Theory]
    [InlineData("Tél : 05 46 77 88 99")]
    [InlineData("Tel. 05.46.77.88.99")]
    [InlineData("Téléphone: 0546778899")]
    [InlineData("T. 05 46 77 88 99")]
    [InlineData("(T) 05 46 77 88 99")]
    [InlineData("Tél (0)5 46 77 88 99")]
    [InlineData("Tél. (+33) 5 46 77 88 99")]
    [InlineData("N° de tél. : 05 46 77 88 99")]
    [InlineData("Ligne directe : 05 46 77 88 99")]
    [InlineData("bureau 05 46 77 88 99")]
    [InlineData("05 46 77 88 99 (bureau)")]
    [InlineData("05 46 77 88 99 - perso")]
    [InlineData("Tél.bureau : 546778899")]
    [InlineData("05 46 77 88 99 poste 12")]
    [InlineData("05 46 77 88 99, poste : 12")]
    [InlineData("05 46 77 88 99 (poste 12)")]
    [InlineData("05 46 77 88 99 / poste n° 12")]
    [InlineData("05 46 77 88 99 ext. 3")]
    [InlineData("05 46 77 88 99 ext 1234")]
    [InlineData("0546778899x12")]
    [InlineData("05 46 77 88 99 #12")]
    [InlineData("+33 5 46 77 88 99;ext=12")]
    [InlineData("tel:+33546778899;ext=12")]
    [InlineData("Tél : 05 46 77 88 99 poste 12")]
    public Task Words_and_an_extension_are_no_part_of_the_number(string cell) => HasAsync(cell, [(cell, "+33546778899")]);

    [Theory]
    [InlineData("poste 12")]
    [InlineData("05 46 77 88 99 demander Zoé")]
    [InlineData("Zoé : 05 46 77 88 99")]
    [InlineData("pas de portable")]
    [InlineData("Fax : 05 46 77 88 99")]
    [InlineData("05 46 77 88 poste 99")]
    [InlineData("le 05/04/2026 à 10h")]
    [InlineData("05 46 77 88 99 poste 12345678")]
    public Task Other_words_leave_a_number_that_is_not_certain(string cell) => HasAsync(cell, [(cell, null)]);

    [Theory]
    [InlineData("Fax : 05 46 77 88 99")]
    [InlineData("Télécopie 05 46 77 88 99")]
    [InlineData("05 46 77 88 99 (fax)")]
    public async Task The_word_for_a_fax_is_right_where_the_field_is_one(string cell)
    {
        var phone = Assert.Single((await RowAsync("Fax", cell)).Lead!.Phones);

        Assert.Equal(new LeadPhone(PhoneType.Fax, cell, "+33546778899"), phone);
    }

    [Fact]
    public async Task A_cell_is_split_only_where_the_whole_is_no_number_and_each_part_is_one()
    {
        await HasAsync("05 46 77 88 99 / 06 12 34 56 78", [("05 46 77 88 99", "+33546778899"), ("06 12 34 56 78", "+33612345678")]);
        await HasAsync("05/46/77/88/99/06/12/34/56/78", [("05/46/77/88/99", "+33546778899"), ("06/12/34/56/78", "+33612345678")]);
        await HasAsync("+32 (0)470/12.34.56 / 0612345678", [("+32 (0)470/12.34.56", "+32470123456"), ("0612345678", "+33612345678")]);
        await HasAsync("Tél : 05 46 77 88 99 / Port. : 06 12 34 56 78", [("Tél : 05 46 77 88 99", "+33546778899"), ("Port. : 06 12 34 56 78", "+33612345678")]);
        await HasAsync("Tél 05 46 77 88 99 Port 06 12 34 56 78", [("Tél 05 46 77 88 99", "+33546778899"), ("Port 06 12 34 56 78", "+33612345678")]);
        await HasAsync("05 46 77 88 99 poste 12, 06 12 34 56 78", [("05 46 77 88 99 poste 12", "+33546778899"), ("06 12 34 56 78", "+33612345678")]);
        await HasAsync("05 46 77 88 99 06 12 34 56 78", [("05 46 77 88 99", "+33546778899"), ("06 12 34 56 78", "+33612345678")]);
        await HasAsync("05 46 77 88 99 / 98", [("05 46 77 88 99 / 98", null)]);
        await HasAsync("05 46 77 88 / 06 12 34 56 78", [("05 46 77 88 / 06 12 34 56 78", null)]);
        await HasAsync("05 46 77 88; 06 12 34 56 78", [("05 46 77 88", null), ("06 12 34 56 78", "+33612345678")]);
    }

    [Fact]
    public async Task The_same_number_counts_once_in_a_kind_and_two_extensions_are_two_numbers()
    {
        await HasAsync("05 46 77 88 99 / +33546778899; 0033 5 46 77 88 99", [("05 46 77 88 99", "+33546778899")]);
        await HasAsync("idem; idem", [("idem", null)]);
        await HasAsync(
            "05 46 77 88 99 poste 12; 05 46 77 88 99 poste 14; 0546778899 ext. 12",
            [("05 46 77 88 99 poste 12", "+33546778899"), ("05 46 77 88 99 poste 14", "+33546778899")]);
        using var host = new ImportHost(users: CaseUsers.All);
        var row = Assert.Single(await host.RowsAsync("ID Sellsy;Prénom;Propriétaire;Téléphone;Mobile\n1;A;Hélène Aubrac;0612345678;06 12 34 56 78\n"));
        Assert.Equal([PhoneType.Phone, PhoneType.Mobile], row.Lead!.Phones.Select(phone => phone.Type));
    }

    [Fact]
    public async Task A_number_that_stands_twice_is_not_one_too_many_in_the_preview_either()
    {
        using var host = new ImportHost(options => options.MaxPhones = 2, users: CaseUsers.All);
        var source = ImportHost.Source(
            "ID Sellsy;Prénom;Propriétaire;Téléphone;Mobile\n"
            + "1;A;Hélène Aubrac;05 46 77 88 99/+33546778899/0546778899;0612345678\n"
            + "2;B;Hélène Aubrac;05 46 77 88 90/0546778800/0546778801;0612345679\n");

        var plan = await host.PreviewAsync(source);

        Assert.Equal((IssueCodes.TooManyPhones, 2L), (Assert.Single(plan.Issues).Code, plan.Issues[0].Count));
    }

    [Fact]
    public async Task An_error_of_a_spreadsheet_among_numbers_is_no_number()
    {
        var row = await RowAsync("Téléphone", "0546778899;#REF!;3,3546E+10");

        Assert.Equal("+33546778899", Assert.Single(row.Lead!.Phones).E164);
        Assert.Equal([IssueCodes.SpreadsheetError, IssueCodes.DigitsLost], row.Issues.Select(issue => issue.Code));
    }

    private static async Task HasAsync(string cell, (string Text, string? E164)[] expected)
    {
        var row = await RowAsync("Téléphone", cell);

        Assert.Equal(expected, row.Lead!.Phones.Select(phone => (phone.Text, phone.E164)));
        Assert.Equal(expected.Count(phone => phone.E164 is null), row.Issues.Distinct().Count(issue => issue.Code == IssueCodes.PhoneUnrecognised));
    }

    private static async Task<PreviewRow> RowAsync(string heading, string cell)
    {
        using var host = new ImportHost(users: CaseUsers.All);
        var quoted = cell.Replace("\"", "\"\"", StringComparison.Ordinal);
        return Assert.Single(await host.RowsAsync(
            $"ID Sellsy;Prénom;Propriétaire;{heading}\n1;A;Hélène Aubrac;\"{quoted}\"\n",
            mapping => mapping.WithColumn(heading == "Fax" ? LeadFields.Fax : LeadFields.Phone, new(3, heading))));
    }
}
