using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Values;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>What rows that are read for their verdicts say one by one and together, as records and as rows.</summary>
public sealed class RowScansTests
{
    private const string Csv =
        """
        SellsyContactId;FirstName;Website;Email;Phone;Birthday;CompanySellsyId;Company;EmailConsent;Owner
        1;Zoé;exemple.example;a@b.example;05 46 77 88 99;hier;7;Acme;oui;Marie
        2;Zoé;pas de site;A@B.example;;03/04/1990;8;Acme;non;Marie
        3;Zoé;pas de site;;+33 5 46 77 88 99;04/25/1990;;Dupont, Martin;non;Paul
        4;;exemple.example;x@;12;25/12/1990;;Dupont, Martin;;
        5;Zoé;exemple.example;a@b.example;05 46 77 88 99;25/12/1990;7;Acme;oui;Marie
        x;Zoé;pas de site;a@b.example, c@d.example, e@f.example, A@b.example;;12/25/1990;9;Acme;non;Paul
        7;N/C;exemple.example;a@b.example, c@d.example, a@b.example;;;9;Petit, Roux;oui;Marie
        8;N/C;exemple.example;;;25/12/1990;9;ACME;peut-être;

        """;

    private static readonly string[] Verdicts =
    [
        "1 0 DateInvalid(MM/dd/yyyy) DateInvalid(dd/MM/yyyy) 2",
        "2 0 CompanyIdDiffers ContactOptedOut WebAddressInvalid 1",
        "3 1 ? ContactOptedOut DateInvalid(dd/MM/yyyy) WebAddressInvalid 1",
        "4 2 ! ? EmailInvalid MandatoryBlank PhoneUnrecognised 0",
        "5 0  2",
        " 1 ! CompanyIdDiffers ContactOptedOut DateInvalid(dd/MM/yyyy) IdNotDigits TooManyEmails WebAddressInvalid 2",
        "7 0 ! MandatoryBlank 2",
        "8 2 ! CompanyIdDiffers ConsentInvalid MandatoryBlank 0",
    ];

    private readonly SellsyImportOptions _options = new() { MaxEmails = 2 };

    public RowScansTests()
    {
        _options.Fields.Change("FirstName", field => field with { IsMandatory = true });
        _options.Fields.Change("JobPosition", field => field with { IsMandatory = true });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_row_has_its_verdict(bool areRecords)
    {
        var scan = await ScanAsync(Csv, areRecords);

        Assert.Equal(Verdicts, scan.Verdicts);
        Assert.Equal((3, 2), (scan.Scanner.Companies.RowsOfOtherIds.Count, scan.Scanner.Companies.RowsOfOtherIds.First));
        Assert.Equal(["Dupont, Martin 2 3"], scan.Scanner.UndecidedCompanies.Select(cell => $"{cell.Key} {cell.Value.Count} {cell.Value.First}"));
        Assert.True(scan.Scanner.Companies.IsOneName("Petit, Roux"));
        Assert.Equal(new(IssueCodes.CompanyIdDiffers, IssueSeverity.Warning, "Company", "Company"), scan.Scanner.CompanyIdDiffers);
        Assert.Equal(new(DateOrder.DayFirst, 2, 3, 1), Assert.Single(scan.Scanner.Dates).Column.ToFacts());
        Assert.Equal(["Marie", "Paul", ""], scan.Scanner.Owners.Pairs.Select(pair => pair.Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cells_that_recur_have_the_issues_of_the_first_one(bool areRecords)
    {
        var csv = new StringBuilder("SellsyContactId;FirstName;Website;EmailConsent;CompanyCity\n");
        for (var id = 1; id <= 1500; id++)
        {
            csv.Append(id).Append(id % 3 == 0 ? ";;" : ";Zoé;").Append(id % 2 == 0 ? "exemple.example;non;Town of " : "pas de site;oui;;").Append(id % 2 == 0 ? id : "").Append('\n');
        }

        var scan = await ScanAsync(csv.ToString().Replace(";;\n", ";\n", StringComparison.Ordinal), areRecords);

        Assert.Equal(
            ["MandatoryBlank 500", "ContactOptedOut 750", "WebAddressInvalid 750"],
            scan.Scanner.Issues.ToCounts().Select(count => $"{count.Code} {count.Count}"));
        Assert.Equal("1499 0 WebAddressInvalid 0", scan.Verdicts[1498]);
        Assert.Equal("1500 0 ! ContactOptedOut MandatoryBlank 0", scan.Verdicts[1499]);
    }

    [Fact]
    public async Task Two_columns_of_a_mandatory_list_fill_it_also_where_their_cells_recur()
    {
        _options.Fields.Change("Tags", field => field with { IsMandatory = true });

        var scan = await ScanAsync("SellsyContactId;FirstName;Tags;Tags\n1;A;vip;salon\n2;B;vip;salon\n3;C;vip;\n4;D;;\n", areRecords: true);

        Assert.Equal(["1 0  0", "2 0  0", "3 0  0", "4 0 ! MandatoryBlank 0"], scan.Verdicts);
    }

    [Fact]
    public async Task A_chosen_order_of_dates_is_kept_in_mind()
    {
        const string csv = "SellsyContactId;FirstName;Birthday\n1;A;25/12/1990\n2;B;12/25/1990\n3;C;25/12/1990\n";

        var chosen = await ScanAsync(csv, areRecords: true, ReadingOverrides.None.WithDateOrder("Birthday", DateOrder.MonthFirst));
        var dayFirst = await ScanAsync(csv, areRecords: true, ReadingOverrides.None.WithDateOrder("Birthday", DateOrder.DayFirst));

        Assert.Equal(["1 0 DateInvalid(MM/dd/yyyy) 0", "2 0 DateInvalid(dd/MM/yyyy) 0", "3 0 DateInvalid(MM/dd/yyyy) 0"], chosen.Verdicts);
        Assert.Equal(["1 0  0", "2 0 DateInvalid(dd/MM/yyyy) 0", "3 0  0"], dayFirst.Verdicts);
    }

    [Fact]
    public async Task Two_parts_of_a_file_say_together_what_the_whole_says()
    {
        var lines = Csv.Split('\n');
        for (var rows = 1; rows < 8; rows++)
        {
            var whole = (await ScanAsync(Csv, areRecords: true)).Scanner;
            var first = (await ScanAsync(string.Join('\n', lines[..(rows + 1)]) + "\n", areRecords: true)).Scanner;
            var second = (await ScanAsync(string.Join('\n', [lines[0], .. lines[(rows + 1)..]]), areRecords: true)).Scanner;
            var keys = second.Issues.Keys.Select(key => key.Key).ToArray();

            var numbers = first.Add(second, rows);

            Assert.Equal(keys, numbers.Select(number => first.Issues.Keys.ElementAt(number).Key));
            Assert.Equal(whole.Issues.ToCauses(99, out _), first.Issues.ToCauses(99, out _));
            Assert.Equal(whole.Issues.ToCounts(), first.Issues.ToCounts());
            Assert.Equal((whole.Companies.RowsOfOtherIds.Count, whole.Companies.RowsOfOtherIds.First), (first.Companies.RowsOfOtherIds.Count, first.Companies.RowsOfOtherIds.First));
            Assert.Equal(whole.Companies.ToDocument().FirstIdByName, first.Companies.ToDocument().FirstIdByName);
            Assert.Equal((2, 3), (first.UndecidedCompanies["Dupont, Martin"].Count, first.UndecidedCompanies["Dupont, Martin"].First));
            Assert.Equal(whole.Dates[0].Column.ToFacts(), first.Dates[0].Column.ToFacts());
            Assert.Equal(whole.Dates[0].Unreadable(DateOrder.MonthFirst), first.Dates[0].Unreadable(DateOrder.MonthFirst));
        }
    }

    [Theory]
    [InlineData("7;Dupont, Martin", true)]
    [InlineData("7 | 8;Dupont, Martin", false)]
    [InlineData(";Dupont, Martin", false)]
    [InlineData(";Dupont, Martin\n2;;Dupont, Martin", true)]
    [InlineData(";Dupont, Martin\n2;;Dupont, Martin\n3;;Dupont", false)]
    [InlineData(";Dupont, Martin\n2;;Dupont, Martin\n3;9;Dupont", false)]
    public async Task The_rows_show_whether_a_comma_belongs_to_a_name(string rows, bool isOne)
    {
        var scan = await ScanAsync($"SellsyContactId;CompanySellsyId;Company\n1;{rows}\n", areRecords: true);

        Assert.Equal(isOne, scan.Scanner.Companies.IsOneName("Dupont, Martin"));
    }

    [Theory]
    [InlineData(13, true, "Dupont, Martin")]
    [InlineData(14, true, null)]
    [InlineData(13, false, null)]
    public void A_row_is_undecided_only_where_one_name_would_be_an_error(int maxLength, bool isMandatory, string? undecided)
    {
        var company = LeadFields.Company with { MaxLength = maxLength, IsMandatory = isMandatory };
        var scanner = new FieldMapper(Options.Create(_options)).ScannerOf(FieldMapping.Empty.WithColumn(company, new(0, "Société")), 2026);
        scanner.Begin(1);

        Assert.Equal(undecided, scanner.Scan(SampleFile.Rows(["Dupont, Martin"])[0]).UndecidedCompany);
    }

    [Fact]
    public void The_order_of_dates_is_that_of_a_column_and_a_constant_is_a_date_or_none()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.Birthday, new(0, "Né le")).WithConstant(LeadFields.CreatedInSellsy, "hier").WithConstant(LeadFields.ModifiedInSellsy, "03/04/2026");
        var scanner = new FieldMapper(Options.Create(_options)).ScannerOf(mapping, 2026);
        scanner.Begin(1);
        scanner.Scan(SampleFile.Rows(["25/12/1990"])[0]);

        Assert.Equal(["Birthday"], scanner.Dates.Select(date => date.Assignment.Field.Name));
        Assert.Equal([new(IssueCodes.DateInvalid, IssueSeverity.Warning, "CreatedInSellsy", null, "dd/MM/yyyy")], scanner.Issues.ToCauses(9, out _).Select(cause => cause.Key with { Argument = "dd/MM/yyyy" }));
    }

    [Fact]
    public void The_issues_of_a_record_are_those_of_its_row_too()
    {
        var scanner = new FieldMapper(Options.Create(_options)).ScannerOf(FieldMapping.Empty, 2026);
        ImportIssue issue = new("FieldsMissing", IssueSeverity.Error) { Arguments = ["3"] };

        Assert.Equal([0], scanner.Begin(4, [issue, issue]).ToArray());
        Assert.Empty(scanner.Begin(5).ToArray());
        Assert.Equal([(new IssueKey("FieldsMissing", IssueSeverity.Error, Argument: "3"), 1L, 4L)], scanner.Issues.ToCauses(9, out _));
    }

    [Fact]
    public void The_owner_of_a_row_is_read_of_its_cells_or_of_what_stands_for_all_rows()
    {
        var mapper = new FieldMapper(Options.Create(_options));
        var columns = mapper.ScannerOf(FieldMapping.Empty.WithColumn(LeadFields.Owner, new(0, "Owner")).WithColumn(LeadFields.OwnerSellsyId, new(1, "Id")), 2026);
        var constant = mapper.ScannerOf(FieldMapping.Empty.WithConstant(LeadFields.OwnerSellsyId, "7.0"), 2026);

        Assert.Equal(new("Marie", "7"), columns.ReferenceOf(new("=\"Marie; Paul\"", "7.0"), []));
        Assert.Equal(new("Durand, Marie", null), columns.ReferenceOf(new("Durand, Marie; Paul", ""), ["Durand, Marie"]));
        Assert.Equal(("Durand, Marie", null), (columns.NameWithCommaOf(new("=\"Durand, Marie\"", "")), columns.NameWithCommaOf(new("Marie; Paul", ""))));
        Assert.Equal(new(null, "7"), constant.ReferenceOf(new("", "7.0"), []));
        Assert.Equal(default, columns.CompanyIdDiffers);
    }

    private async Task<(RowScanner Scanner, List<string> Verdicts)> ScanAsync(string csv, bool areRecords, ReadingOverrides? overrides = null)
    {
        var options = Options.Create(_options);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        await using var export = (IRecordExport)await new CsvHelperReader(options).OpenAsync(stream, "contacts.csv", TestContext.Current.CancellationToken);
        var mapper = new FieldMapper(options);
        var mapping = mapper.Suggest(export.Columns, export.Sample).Mapping.WithConstant(_options.Fields["JobPosition"], "Gérante");
        var scanner = mapper.ScannerOf(mapping, 2026);
        scanner.Choose(overrides ?? ReadingOverrides.None);
        var taker = new VerdictTaker(scanner, areRecords);
        await foreach (var row in export.ReadRowsAsync(mapping.Columns, export.FirstRow, taker, TestContext.Current.CancellationToken))
        {
            taker.Take(row);
        }

        return (scanner, taker.Verdicts);
    }
}
