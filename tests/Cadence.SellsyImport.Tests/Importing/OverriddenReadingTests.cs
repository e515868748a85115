using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Tests.Preview;
using Cadence.SellsyImport.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>What a person chose about the reading of a file is part of the plan, and every later call obeys it.</summary>
public sealed class OverriddenReadingTests
{
    private const string Csv =
        "1:2:3:4:5\nID Sellsy:Prénom:Propriétaire:Anniversaire:Note\n7:Zoé:Marie Durand:03/04/1990:a\n8:Ali:Marie Durand:25/04/1990\n9:Léa:Marie Durand\n";

    private static readonly ReadingOverrides Overrides = new ReadingOverrides
    {
        Encoding = "ibm850",
        Separator = ':',
        HeadingRow = 2,
        ShortRows = ShortRows.Blank,
    }.WithDateOrder("Birthday", DateOrder.MonthFirst);

    private static ImportSource Source => ImportSource.FromBytes("contacts.csv", CodePagesEncodingProvider.Instance.GetEncoding(850)!.GetBytes(Csv));

    [Fact]
    public async Task The_plan_its_pages_and_the_write_obey_what_was_chosen()
    {
        using var host = new ImportHost();
        var plan = await PlanAsync(host, Overrides);
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, ImportHost.Cancellation);
        saved.Position = 0;
        var loaded = await ImportPlan.LoadAsync(saved, ImportHost.Cancellation);
        var report = await host.Importer.AddAsync(Source, loaded, cancellationToken: ImportHost.Cancellation);
        var rows = await host.Importer.ReadPreviewAsync(Source, loaded, 2, ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);

        Assert.Equal(Overrides, loaded.Overrides);
        Assert.Equal(new StatusCounts(Blank: 3, Active: 0, Error: 0), plan.Counts);
        Assert.Equal(["Zoé", "Ali", "Léa"], host.Sink.Leads.Select(entry => entry.Lead.FirstName));
        Assert.Equal(new DateOnly(1990, 3, 4), host.Sink.Leads[0].Lead.Birthday);
        Assert.Equal(3, report.Counts.Added);
        Assert.Equal([2, 3], rows.Select(row => row.Number));
        Assert.Equal(["2"], Assert.Single(plan.Findings, finding => finding.Code == IssueCodes.ShortRows).Arguments);
        Assert.Equal(["ibm850", ":", "2", "Blank"], Assert.Single(plan.Findings, finding => finding.Code == IssueCodes.ReadingChosen).Arguments);
        Assert.Contains(plan.Issues, issue => issue is { Code: IssueCodes.DateInvalid, Count: 1 });
        Assert.Contains(plan.Issues, issue => issue is { Code: IssueCodes.FieldsMissing, Severity: IssueSeverity.Warning, Count: 2 });
    }

    [Fact]
    public async Task The_first_rows_are_read_as_chosen_too()
    {
        using var host = new ImportHost();
        var mapping = (await host.Importer.OpenAsync(Source, Overrides, ImportHost.Cancellation)).Suggestion.Mapping;
        var rows = await host.Importer.PreviewFirstRowsAsync(Source, mapping, rows: 2, new PreviewOptions { Overrides = Overrides }, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(["Zoé", "Ali"], rows.Select(row => row.Lead!.FirstName));
    }

    [Fact]
    public async Task A_judged_row_and_mended_rows_are_read_as_chosen_and_the_mended_file_as_it_is()
    {
        using var host = new ImportHost();
        var csv = Csv.Replace("9:Léa:Marie Durand", "9é:Léa:Marie Durand:05/06/1990:b", StringComparison.Ordinal);
        var source = ImportSource.FromBytes("contacts.csv", CodePagesEncodingProvider.Instance.GetEncoding(850)!.GetBytes(csv));
        var mapping = (await host.Importer.OpenAsync(source, Overrides, ImportHost.Cancellation)).Suggestion.Mapping;
        var plan = await host.Importer.PreviewAsync(source, mapping, new PreviewOptions { Overrides = Overrides }, cancellationToken: ImportHost.Cancellation);
        var mended = ImportHost.Source("ID Sellsy;Prénom;Propriétaire;Anniversaire;Note\n9;Léa;Marie Durand;05/06/1990;b\n");

        var judged = await host.Importer.JudgeRowAsync(source, plan, Corrections.None.WithCell(3, 0, "9"), 3, ImportHost.Cancellation);
        var read = await host.Importer.ReadMendedRowsAsync(source, plan, mended, ImportHost.Cancellation);

        Assert.Equal(RowStatus.Error, plan.StatusOf(3));
        Assert.Equal((RowStatus.Blank, "9", "Léa"), (judged.Status, judged.Lead!.SellsyContactId, judged.Lead.FirstName));
        Assert.Equal([new CellCorrection(3, 0, "9")], read.Corrections.Cells);
    }

    public static TheoryData<ReadingOverrides> Others => new()
    {
        Overrides with { Encoding = "ibm437" },
        Overrides with { ShortRows = ShortRows.Error },
        Overrides with { DateOrders = [] },
        Overrides.WithDateOrder("Birthday", DateOrder.DayFirst),
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_choice_is_another_import(ReadingOverrides other)
    {
        using var host = new ImportHost();
        var (one, two) = (await PlanAsync(host, Overrides), await PlanAsync(host, other));

        Assert.NotEqual(PlanHashes.OfImport(one, RowSelection.All), PlanHashes.OfImport(two, RowSelection.All));
        Assert.Equal(PlanHashes.OfImport(one, RowSelection.All), PlanHashes.OfImport(await PlanAsync(host, Overrides with { Encoding = "IBM850" }), RowSelection.All));
    }

    [Theory]
    [InlineData(DateOrder.DayFirst, "03/04/1990;12/11/1990", 3, 11)]
    [InlineData(DateOrder.MonthFirst, "03/04/1990;12/11/1990", 4, 12)]
    [InlineData(DateOrder.DayFirst, "03/04/1990;04/25/1990", 3, null)]
    [InlineData(DateOrder.MonthFirst, "03/04/1990;25/04/1990", 4, null)]
    public async Task The_order_of_day_and_month_that_was_chosen_goes_before_the_values(DateOrder order, string dates, int day, int? month)
    {
        using var host = new ImportHost();
        var rows = string.Concat(dates.Split(';').Select((date, index) => $"{index + 1};Zoé;Marie Durand;{date}\n"));
        var source = ImportHost.Source("ID Sellsy;Prénom;Propriétaire;Anniversaire\n" + rows);
        var mapping = (await host.Importer.OpenAsync(source, ImportHost.Cancellation)).Suggestion.Mapping;
        var overrides = ReadingOverrides.None.WithDateOrder("Birthday", order);
        var plan = await host.Importer.PreviewAsync(source, mapping, new PreviewOptions { Overrides = overrides }, cancellationToken: ImportHost.Cancellation);
        var read = await host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);

        Assert.True(plan.Facts.DateColumns[3] is { IsChosen: true, IsAssumed: false } facts && facts.Order == order);
        Assert.Equal(day, read[0].Lead!.Birthday!.Value.Day);
        Assert.Equal(month, read[1].Lead!.Birthday?.Month);
        Assert.DoesNotContain(plan.Findings, finding => finding.Code == IssueCodes.DateOrderAssumed);
        Assert.Equal(month is null, plan.Issues.Any(issue => issue.Code == IssueCodes.DateInvalid));
    }

    [Fact]
    public async Task The_order_of_a_field_without_dates_is_refused()
    {
        using var host = new ImportHost();
        var failure = await Assert.ThrowsAsync<SellsyImportException>(() => PlanAsync(host, Overrides.WithDateOrder("Note", DateOrder.DayFirst)));

        Assert.Equal(ErrorCodes.OptionInvalid, failure.Code);
        Assert.Equal("Note=DayFirst", failure.Arguments[1]);
    }

    [Fact]
    public async Task A_profile_keeps_what_was_chosen()
    {
        using var host = new ImportHost();
        var mapping = (await host.Importer.OpenAsync(Source, Overrides, ImportHost.Cancellation)).Suggestion.Mapping;
        var profile = ImportProfile.From(mapping).WithOverrides(Overrides);

        Assert.Equal(Overrides, ImportProfile.Parse(profile.ToJson(), "p.json").Overrides);
        Assert.Contains(
            """
              "reading": {
                "encoding": "ibm850",
                "separator": ":",
                "headingRow": 2,
                "shortRows": "blank",
                "dateOrders": {
                  "Birthday": "mdy"
                }
              }
            """,
            profile.ToJson(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("reading", ImportProfile.From(mapping).ToJson(), StringComparison.Ordinal);
        Assert.Equal(ReadingOverrides.None, ImportProfile.Parse(ImportProfile.From(mapping).ToJson(), "p.json").Overrides);
    }

    [Theory]
    [InlineData("""{ "encoding": "utf-7" }""")]
    [InlineData("""{ "separator": ";;" }""")]
    [InlineData("""{ "separator": "" }""")]
    [InlineData("""{ "headingRow": 0 }""")]
    [InlineData("""{ "shortRows": "Blank" }""")]
    [InlineData("""{ "dateOrders": { "Birthday": "ymd" } }""")]
    [InlineData("""{ "dateOrders": { "": "dmy" } }""")]
    [InlineData("""{ "dateOrders": { "Birthday": null } }""")]
    public void A_profile_with_an_unknown_choice_is_refused(string reading)
    {
        var failure = Assert.Throws<SellsyImportException>(() => ImportProfile.Parse($$"""{ "version": 1, "reading": {{reading}} }""", "p.json"));

        Assert.Equal(ErrorCodes.ProfileUnreadable, failure.Code);
        Assert.Contains("reading", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_of_a_host_that_takes_no_overrides_refuses_them()
    {
        var reader = new RowsOnlyReader(new CsvHelperReader(Options.Create(new SellsyImportOptions())));
        using var host = new ImportHost(register: services => services.AddSingleton<ISellsyCsvReader>(reader));
        var source = ImportHost.Source("ID Sellsy;Prénom;Propriétaire;Anniversaire\n1;Zoé;Marie Durand;03/04/1990\n");
        var failure = await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.OpenAsync(source, new ReadingOverrides { Separator = ';' }, ImportHost.Cancellation));

        var dates = ReadingOverrides.None.WithDateOrder("Birthday", DateOrder.MonthFirst);
        var mapping = (await host.Importer.OpenAsync(source, dates, ImportHost.Cancellation)).Suggestion.Mapping;
        var plan = await host.Importer.PreviewAsync(source, mapping, new PreviewOptions { Overrides = dates }, cancellationToken: ImportHost.Cancellation);

        Assert.Equal((ErrorCodes.OverridesNotSupported, nameof(RowsOnlyReader)), (failure.Code, failure.Arguments[1]));
        Assert.Equal(DateOrder.MonthFirst, plan.Facts.DateColumns[3].Order);
    }

    private static async Task<ImportPlan> PlanAsync(ImportHost host, ReadingOverrides overrides)
    {
        var mapping = (await host.Importer.OpenAsync(Source, overrides, ImportHost.Cancellation)).Suggestion.Mapping;
        return await host.Importer.PreviewAsync(Source, mapping, new PreviewOptions { Overrides = overrides }, cancellationToken: ImportHost.Cancellation);
    }
}
