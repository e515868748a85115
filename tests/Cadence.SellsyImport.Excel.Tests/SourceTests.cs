using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>A workbook as the source of an import: opened again, resumed, led back to its rows, rejected as CSV.</summary>
public sealed class SourceTests : IDisposable
{
    private static readonly string[] Headings = ["ID Sellsy", "Prénom", "Nom", "Propriétaire", "Note"];

    private static readonly TestWorkbook Contacts = TestWorkbook.Of(
        Headings,
        ["1", "Nina", "Perret", "Ada Fontaine", "une\nligne"],
        ["2", "Paul", "Gaillard", "Nobody Known", ""],
        [],
        ["3", "Luc", "Sorel; fils", "Luc Moreau", "=1+1"],
        ["", "Anne", "Vidal", "Luc Moreau", ""]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("excel-source-");

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_workbook_is_previewed_added_and_its_rejected_rows_are_CSV()
    {
        var sink = new InMemoryLedgerSink();
        using var host = new ExcelHost(sink);
        var source = Contacts.ToSource();

        var plan = await host.PreviewAsync(source);
        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ExcelHost.Cancellation);
        var rejected = new MemoryStream();
        var rows = await host.Importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.English, ExcelHost.Cancellation);

        Assert.Equal((4L, 2L, 2L), (report.Counts.Read, report.Counts.Added, report.Counts.Errors));
        Assert.Equal(["1", "3"], sink.Leads.Select(lead => lead.Lead.SellsyContactId).Order());
        Assert.Equal("Sorel; fils", sink.Leads.Single(lead => lead.Lead.SellsyContactId == "3").Lead.LastName);
        Assert.Equal(2, rows);
        Assert.StartsWith(
            "\uFEFFID Sellsy;Prénom;Nom;Propriétaire;Note;Statut;Raison\r\n2;Paul;Gaillard;Nobody Known;;Error;",
            System.Text.Encoding.UTF8.GetString(rejected.ToArray()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_of_a_row_are_its_row_in_the_sheet()
    {
        using var host = new ExcelHost();
        var source = Contacts.ToSource();

        var overview = await host.Importer.OpenAsync(source, ExcelHost.Cancellation);
        var plan = await host.PreviewAsync(source);
        var rows = await host.RowsAsync(source, plan);
        var later = await host.Importer.ReadPreviewAsync(source, plan, firstRow: 3, ExcelHost.Cancellation).FirstAsync(ExcelHost.Cancellation);
        var first = await host.Importer.PreviewFirstRowsAsync(source, plan.Mapping, 2, cancellationToken: ExcelHost.Cancellation);

        LineRange[] expected = [new(2, 2), new(3, 3), new(5, 5), new(6, 6)];
        Assert.Equal(expected, rows.Select(row => row.Row.Lines));
        Assert.Equal(expected, overview.Sample.Select(row => row.Lines));
        Assert.Equal(expected[..2], first.Select(row => row.Row.Lines));
        Assert.Equal((new LineRange(5, 5), 3L), (later.Row.Lines, later.Number));
        Assert.Equal((new LineRange(1, 1), new LineRange(1, 1)), (overview.Format.HeadingLines, plan.Format.HeadingLines));
    }

    [Fact]
    public async Task What_was_found_stands_in_the_overview_and_in_the_plan_also_when_it_is_loaded()
    {
        using var host = new ExcelHost();
        var source = (Contacts with { AfterRows = """<mergeCells><mergeCell ref="A1:B1"/></mergeCells>""" }).ToSource();

        var overview = await host.Importer.OpenAsync(source, ExcelHost.Cancellation);
        var plan = await host.PreviewAsync(source);
        var saved = new MemoryStream();
        await plan.SaveAsync(saved, ExcelHost.Cancellation);
        saved.Position = 0;
        var loaded = await ImportPlan.LoadAsync(saved, ExcelHost.Cancellation);

        Assert.Equal("MergedCells: 1, A1:B1", CellTests.Show(overview.Format.Findings[0]));
        Assert.Equal("MergedCells: 1, A1:B1", CellTests.Show(plan.Findings[0]));
        Assert.Equal(plan.Findings, loaded.Findings);
        Assert.Equal(plan.Format, loaded.Format);
        Assert.Equal(
            "Merged ranges in the sheet: 1, the first is A1:B1; only the first cell of each has the value. Unmerge them, and fill in the blank cells.",
            ImportTexts.English.IssueText(plan.Findings[0]));
    }

    [Fact]
    public async Task Another_process_that_opens_the_same_workbook_reads_the_same_bytes()
    {
        using var host = new ExcelHost();
        using var restarted = new ExcelHost();
        File.WriteAllBytes(PathOf("contacts.xlsx"), Contacts.ToBytes());

        var plan = await host.PreviewAsync(Contacts.ToSource());
        var again = await restarted.PreviewAsync(ExcelSource.FromFile(PathOf("contacts.xlsx")));

        Assert.Equal(plan.FileHash, again.FileHash);
    }

    [Fact]
    public async Task The_bytes_are_a_contract_because_plans_and_interrupted_imports_are_bound_to_them() => Assert.Equal(
        "\uFEFFID Sellsy;Prénom;Nom;Propriétaire;Note\r\n1;Nina;Perret;Ada Fontaine;\"une\nligne\"\r\n2;Paul;Gaillard;Nobody Known;\r\n\r\n"
        + "3;Luc;\"Sorel; fils\";Luc Moreau;=1+1\r\n;Anne;Vidal;Luc Moreau;\r\n",
        (await Rendered.OfAsync(Contacts)).Text);

    [Fact]
    public async Task An_id_that_a_spreadsheet_rounded_is_an_error_of_its_row_and_reported_for_the_file()
    {
        using var host = new ExcelHost();
        var source = new TestWorkbook
        {
            Rows = TestWorkbook.RowsOf(Headings[..4]) + $"<row><c><v>1234567890123450</v></c>{string.Concat(((string[])["Nina", "Perret", "Ada Fontaine"]).Select(TestWorkbook.Text))}</row>",
        }.ToSource();

        var plan = await host.PreviewAsync(source);
        var row = Assert.Single(await host.RowsAsync(source, plan));

        Assert.Equal((RowStatus.Error, IssueCodes.DigitsLost), (row.Status, Assert.Single(row.Issues).Code));
        Assert.Equal(["NumbersRounded: 1, A2"], plan.Findings.Select(CellTests.Show));
    }

    [Fact]
    public async Task A_workbook_that_was_changed_is_not_the_file_of_the_plan()
    {
        using var host = new ExcelHost();
        var plan = await host.PreviewAsync(Contacts.ToSource());
        var changed = TestWorkbook.Of(Headings, ["1", "Nina", "Perret", "Ada Fontaine", "une\nlignf"]).ToSource();

        var error = await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.AddAsync(changed, plan, cancellationToken: ExcelHost.Cancellation));

        Assert.Equal(ErrorCodes.PlanOfAnotherFile, error.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Old # list")]
    public async Task An_interrupted_import_is_resumed_by_the_location_of_its_workbook(string? sheet)
    {
        var path = PathOf("contacts #1.data");
        File.WriteAllBytes(path, (Contacts with
        {
            Sheets = """<sheet name="Contacts" sheetId="1" r:id="rId1"/><sheet name="Old # list" sheetId="2" r:id="rId2"/>""",
            Parts = TestWorkbook.Part("xl/worksheets/sheet2.xml", TestWorkbook.Sheet(TestWorkbook.RowsOf(Headings, ["7", "Tom", "Vidal", "Luc Moreau", ""], ["8", "Eve", "Vidal", "Luc Moreau", ""]))),
        }).ToBytes());
        var ledger = await InterruptAsync(ExcelSource.FromFile(path, new() { Sheet = sheet }));

        using var restarted = new ExcelHost(ledger);
        var import = await restarted.History.ReadAsync(ExcelHost.Cancellation).SingleAsync(ExcelHost.Cancellation);
        var report = await restarted.History.ResumeAsync(import.Import.ImportId, cancellationToken: ExcelHost.Cancellation);

        Assert.Equal(sheet is null ? path : $"{path}#{sheet}", import.Import.FileLocation);
        Assert.Equal((2L, "contacts #1.data"), (report.Counts.Added, report.Import.FileName));
    }

    [Fact]
    public async Task Without_the_registration_the_source_is_given_to_resume()
    {
        File.WriteAllBytes(PathOf("contacts.xlsx"), Contacts.ToBytes());
        var source = ExcelSource.FromFile(PathOf("contacts.xlsx"));
        using var host = new ExcelHost(await InterruptAsync(source), usesExcel: false);
        var import = await host.History.ReadAsync(ExcelHost.Cancellation).SingleAsync(ExcelHost.Cancellation);

        var error = await Assert.ThrowsAsync<SellsyImportException>(() => host.History.ResumeAsync(import.Import.ImportId, cancellationToken: ExcelHost.Cancellation));
        var report = await host.History.ResumeAsync(import.Import.ImportId, source, cancellationToken: ExcelHost.Cancellation);

        Assert.Equal(ErrorCodes.PlanOfAnotherFile, error.Code);
        Assert.Equal(2L, report.Counts.Added);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<row><c t=\"str\"><v>Cover</v></c></row>")]
    [InlineData("<row><c t=\"str\"><v>ID Sellsy</v></c><c t=\"str\"><v>Nom</v></c></row>")]
    public async Task A_cover_sheet_that_comes_first_is_named_with_the_others(string rows)
    {
        using var host = new ExcelHost();
        var workbook = new TestWorkbook
        {
            Rows = rows,
            Sheets = """<sheet name="Cover" sheetId="1" r:id="rId1"/><sheet name="Contacts" sheetId="2" r:id="rId2"/>""",
            Parts = TestWorkbook.Part("xl/worksheets/sheet2.xml", TestWorkbook.Sheet(Contacts.Rows)),
        };

        var error = await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.OpenAsync(workbook.ToSource(), ExcelHost.Cancellation));
        var plan = await host.PreviewAsync(workbook.ToSource(new() { Sheet = "Contacts" }));

        Assert.Equal(
            "The sheet \"Cover\" of contacts.xlsx has no list with headings and rows. Its other sheets: Contacts. Name the sheet with the contacts.",
            error.Message);
        Assert.Equal(4, plan.Rows);
    }

    [Fact]
    public async Task The_heading_row_that_is_chosen_is_that_of_the_sheet_and_an_encoding_and_a_separator_are_not_used()
    {
        using var host = new ExcelHost();
        var source = TestWorkbook.Of(
            ["Contacts\nof\n2026", "é"], ["ID Sellsy", "Prénom", "Nom", "Propriétaire"], ["1", "Zoé", "Perret", "Ada Fontaine"],
            ["ID Sellsy", "Prénom", "Nom", "Propriétaire"], ["2", "Noé", "Perret", "Ada Fontaine"]).ToSource();
        var overrides = new ReadingOverrides { Encoding = "utf-16be", Separator = '|', HeadingRow = 4 };

        var overview = await host.Importer.OpenAsync(source, overrides, ExcelHost.Cancellation);
        var plan = await host.Importer.PreviewAsync(
            source, overview.Suggestion.Mapping, new PreviewOptions { Overrides = overrides }, cancellationToken: ExcelHost.Cancellation);
        var row = Assert.Single(await host.RowsAsync(source, plan));

        Assert.Equal(new LineRange(4, 4), overview.Format.HeadingLines);
        Assert.Equal(("2", "Noé", new LineRange(5, 5)), (row.Lead!.SellsyContactId, row.Lead.FirstName, row.Row.Lines));
    }

    [Fact]
    public async Task A_table_may_start_below_a_title_and_right_of_a_margin()
    {
        using var host = new ExcelHost();
        var source = TestWorkbook.Of(
            [], ["", "Contacts 2026"], [], ["", "ID Sellsy", "Prénom", "Nom", "Propriétaire"], ["", "1", "Nina", "Perret", "Ada Fontaine"]).ToSource();

        var plan = await host.PreviewAsync(source);
        var row = Assert.Single(await host.RowsAsync(source, plan));

        Assert.Equal((RowStatus.Blank, new LineRange(5, 5), new LineRange(4, 4)), (row.Status, row.Row.Lines, plan.Format.HeadingLines));
    }

    [Fact]
    public void A_location_that_is_no_workbook_is_left_to_others()
    {
        File.WriteAllText(PathOf("contacts.csv"), "ID Sellsy;Nom");
        File.WriteAllBytes(PathOf("contacts.xlsx"), Contacts.ToBytes());

        Assert.Null(ExcelSource.FromLocation(PathOf("contacts.csv")));
        Assert.Null(ExcelSource.FromLocation(PathOf("missing.xlsx")));
        Assert.Null(ExcelSource.FromLocation(PathOf("contacts.csv#Sheet")));
        Assert.Null(ExcelSource.FromLocation(PathOf("contacts.xlsx#")));
        Assert.Equal(PathOf("contacts.xlsx"), ExcelSource.FromLocation(PathOf("contacts.xlsx"))!.Location);
        Assert.Equal(PathOf("contacts.xlsx#A#B"), ExcelSource.FromLocation(PathOf("contacts.xlsx#A#B"))!.Location);
    }

    [Fact]
    public void A_source_has_the_name_of_its_file_and_opens_nothing_yet()
    {
        var source = ExcelSource.FromFile(PathOf("missing.xlsx"));

        Assert.Equal(("missing.xlsx", PathOf("missing.xlsx")), (source.Name, source.Location));
        Assert.Null(Contacts.ToSource().Location);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var host = new ExcelHost();

        var error = await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.OpenAsync(ExcelSource.FromFile(PathOf("missing.xlsx")), ExcelHost.Cancellation));

        Assert.Equal(ErrorCodes.FileNotFound, error.Code);
    }

    [Theory]
    [InlineData("", 2048, 1)]
    [InlineData(null, 1023, 1)]
    [InlineData(null, 2048, 0)]
    public void An_option_out_of_its_range_is_refused(string? sheet, long bytes, int entries)
    {
        var options = new ExcelSourceOptions { Sheet = sheet, MaxUnpackedBytes = bytes, MaxEntries = entries };

        Assert.Equal(ErrorCodes.OptionInvalid, Assert.Throws<SellsyImportException>(() => ExcelSource.FromFile("contacts.xlsx", options)).Code);
    }

    [Fact]
    public async Task Several_calls_read_one_source_at_the_same_time()
    {
        using var host = new ExcelHost();
        var source = Contacts.ToSource();
        var mapping = (await host.Importer.OpenAsync(source, ExcelHost.Cancellation)).Suggestion.Mapping;

        var plans = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Importer.PreviewAsync(source, mapping, cancellationToken: ExcelHost.Cancellation)));

        Assert.Single(plans.Select(plan => plan.FileHash).Distinct());
        Assert.All(plans, plan => Assert.Equal(4, plan.Rows));
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_read_and_every_stream_is_disposed()
    {
        using var host = new ExcelHost();
        var opened = new List<FaultInjectingStream>();
        var source = ExcelSource.FromStream("contacts.xlsx", _ =>
        {
            opened.Add(new(new MemoryStream(Contacts.ToBytes())) { AllowSeeking = false, MaxBytesPerRead = 100 });
            return new(opened[^1]);
        });

        var plan = await host.PreviewAsync(source);

        Assert.Equal(4, plan.Rows);
        Assert.Equal(2, opened.Count);
        Assert.All(opened, stream => Assert.True(stream.IsDisposed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_breaks_is_reported_and_disposed(bool canSeek)
    {
        using var host = new ExcelHost();
        var opened = new List<FaultInjectingStream>();
        for (var bytes = 0; bytes < 1_000; bytes += 90)
        {
            var source = ExcelSource.FromStream("contacts.xlsx", _ =>
            {
                opened.Add(new(new MemoryStream(Contacts.ToBytes())) { AllowSeeking = canSeek, FailAfterBytes = bytes });
                return new(opened[^1]);
            });

            var error = await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.OpenAsync(source, ExcelHost.Cancellation));

            Assert.Equal(ErrorCodes.FileUnreadable, error.Code);
        }

        Assert.All(opened, stream => Assert.True(stream.IsDisposed));
    }

    [Fact]
    public async Task A_reading_is_cancelled_within_a_sheet_that_has_no_rows_to_give()
    {
        using var cancelling = new CancellationTokenSource();
        var rows = string.Concat(Enumerable.Repeat("<row><c/></row>", 100_000));
        var workbook = TestWorkbook.Of(["1"]) with { AfterRows = $"<extLst>{rows}</extLst>" };
        await using var stream = await WorkbookStream.OpenAsync("contacts.xlsx", _ => new(new MemoryStream(workbook.ToBytes())), new(), cancelling.Token);
        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.CopyToAsync(Stream.Null, cancelling.Token));
    }

    [Fact]
    public async Task Many_shared_strings_are_read_back_from_the_file_in_any_order()
    {
        const int Count = 200_000;
        var random = new Random(1);
        var cells = Enumerable.Range(0, 3_000).Select(_ => random.Next(Count)).ToArray();
        var workbook = new TestWorkbook
        {
            Strings = string.Concat(Enumerable.Range(0, Count).Select(i => $"<si><t>{Of(i)}</t></si>")),
            Rows = string.Concat(cells.Select(i => $"<row><c t=\"s\"><v>{i}</v></c></row>")),
        };

        Assert.Equal(cells.Select(Of), (await Rendered.OfAsync(workbook)).Lines);

        static string Of(int i) => i % 1000 == 0 ? $"{i}-{new string('x', i % 7_000 * 4)}" : $"text {i}";
    }

    /// <summary>An import that wrote its first batch and no more.</summary>
    private static async Task<InMemoryLedgerSink> InterruptAsync(ImportSource source)
    {
        for (var call = 1; ; call++)
        {
            var ledger = new InMemoryLedgerSink(new FixedTimeProvider(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero)));
            using var host = new ExcelHost(new FaultInjectingLedgerSink(ledger, call) { StaysBroken = true }, options => options.BatchSize = 1);
            try
            {
                var plan = await host.PreviewAsync(source);
                await host.Importer.AddAsync(source, plan, cancellationToken: ExcelHost.Cancellation);
                throw new InvalidOperationException("No call left the import interrupted.");
            }
            catch (Exception exception) when (exception is not InvalidOperationException)
            {
                if (ledger.Leads.Count == 1)
                {
                    return ledger;
                }
            }
        }
    }
}
