using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Cadence.SellsyImport.Tests.Properties;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>The pages of a query are the rows of the whole preview, or of the whole report, that meet it.</summary>
public sealed class RowQueryTests
{
    private static readonly FieldMapper Mapper = new(Options.Create(new SellsyImportOptions()));

    private const string Headings = "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;E-MAIL CONTACT\r\n";

    [Fact]
    public async Task A_page_has_the_rows_that_meet_every_condition_and_tells_where_to_go_on()
    {
        using var host = new ImportHost();
        var source = ImportHost.Source(Headings + string.Concat(Enumerable.Range(1, 1_000).Select(row =>
            $"{row};{(row % 100 == 0 ? "" : "Anne")};Petit;{(row % 150 == 0 ? "Inconnu" : "Marie Durand")};{(row % 70 == 0 ? "x" : $"a{row}@b.example")}\r\n")));
        var plan = await host.PreviewAsync(source);

        async Task<string> PageAsync(RowQuery query)
        {
            var page = await host.Importer.ReadPreviewAsync(source, plan, query, ImportHost.Cancellation);
            return $"{string.Join(' ', page.Rows.Select(row => row.Number))} > {page.NextRow}";
        }

        Assert.Equal("1 2 3 > 4", await PageAsync(new() { Count = 3 }));
        Assert.Equal("100 150 200 > 300", await PageAsync(new() { Status = RowStatus.Error, Count = 3 }));
        Assert.Equal("900 1000 > ", await PageAsync(new() { Status = RowStatus.Error, FirstRow = 801, Count = 3 }));
        Assert.Equal("150 300 450 600 750 900 > ", await PageAsync(new() { Code = IssueCodes.OwnerUnknown }));
        Assert.Equal("70 140 > 210", await PageAsync(new() { Field = LeadFields.Email.Name, Count = 2 }));
        Assert.Equal("300 600 900 > ", await PageAsync(new() { Code = IssueCodes.MandatoryBlank, Owner = new("Inconnu", null) }));
        Assert.Equal("700 > ", await PageAsync(new() { Code = IssueCodes.EmailInvalid, Field = "Email", Status = RowStatus.Error }));
        Assert.Equal(" > ", await PageAsync(new() { Code = IssueCodes.EmailInvalid, Field = "FirstName" }));
        Assert.Equal(" > ", await PageAsync(new() { Owner = new("Nobody", null) }));
        Assert.Equal(" > ", await PageAsync(new() { Status = RowStatus.Success }));
        Assert.Equal(" > ", await PageAsync(new() { FirstRow = 1_001 }));
        Assert.Equal("150 > 151", await PageAsync(new() { Text = "INCÔNNU", Count = 1 }));
    }

    [Fact]
    public async Task Rows_that_are_no_dates_in_the_order_that_a_person_chose_are_found()
    {
        using var host = new ImportHost();
        var source = ImportHost.Source("ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;E-MAIL CONTACT;Date de naissance\r\n" + string.Concat(
            Enumerable.Range(1, 600).Select(row => $"{row};Anne;Petit;Marie Durand;a@b.example;{(row % 200 == 0 ? "25/12/1980" : "01/02/1980")}\r\n")));
        var mapping = (await host.Importer.OpenAsync(source, cancellationToken: ImportHost.Cancellation)).Suggestion.Mapping;
        var options = new PreviewOptions { Overrides = new() { DateOrders = [new(LeadFields.Birthday.Name, DateOrder.MonthFirst)] } };

        var plan = await host.Importer.PreviewAsync(source, mapping, options, cancellationToken: ImportHost.Cancellation);

        var cause = Assert.Single(plan.Causes, cause => cause.Code == IssueCodes.DateInvalid);
        Assert.Equal(("MM/dd/yyyy", 3, 200), (cause.Argument, cause.Rows, cause.FirstRow));
        var page = await host.Importer.ReadPreviewAsync(source, plan, new RowQuery { Code = IssueCodes.DateInvalid }, ImportHost.Cancellation);
        Assert.Equal([200L, 400L, 600L], page.Rows.Select(row => row.Number));
    }

    [Fact]
    public async Task The_plan_counts_causes_and_the_rows_of_each_owner()
    {
        using var host = new ImportHost();
        var source = ImportHost.Source(Headings
            + "1;Anne;Petit;Jean X;a@b.example\r\n2;Luc;Grand;Jean X;x, y\r\n3;;Vide;Marie Durand;\r\n4;Zoé;Tard;Jean Y;z\r\n5;Max\r\n1;Anne;Petit;Marie Durand;\r\n");

        var plan = await host.PreviewAsync(source);

        Assert.Equal(
            [
                new ImportCause("OwnerUnknown", IssueSeverity.Error, "Owner", "Propriétaire", "Jean X", 2, 1),
                new("EmailInvalid", IssueSeverity.Warning, "Email", "E-MAIL CONTACT", null, 2, 2),
                new("MandatoryBlank", IssueSeverity.Error, "FirstName", "PRENOM CONTACT", null, 1, 3),
                new("OwnerUnknown", IssueSeverity.Error, "Owner", "Propriétaire", "Jean Y", 1, 4),
                new("FieldCountDiffers", IssueSeverity.Error, null, null, "2", 1, 5),
                new("ContactRepeated", IssueSeverity.Error, "SellsyContactId", null, null, 1, 6),
            ],
            plan.Causes);
        Assert.Equal(0, plan.CausesLeftOut);
        Assert.Equal([new OwnerRows(new("Jean X", null), 2, 1), new(new("Marie Durand", null), 2, 3), new(new("Jean Y", null), 1, 4)], plan.RowsByOwner);
        Assert.Equal(3, plan.Issues.Single(issue => issue.Code == IssueCodes.EmailInvalid).Count);
        Assert.Equal(plan.Causes, PlanFile.Read(PlanFile.Write(plan, RowSelection.All)).Plan.Causes);
    }

    [Fact]
    public async Task A_plan_lists_the_thousand_largest_causes_and_counts_the_rest()
    {
        using var host = new ImportHost();
        var owners = Enumerable.Range(1, 1_203).Select(owner => $"{owner};Anne;Petit;Inconnu {owner};\r\n");
        var source = ImportHost.Source(Headings + string.Concat(owners) + "9001;Anne;Petit;Inconnu 1100;\r\n9002;Luc;Grand;Marie Durand;x\r\n");

        var plan = await host.PreviewAsync(source);
        var page = await host.Importer.ReadPreviewAsync(source, plan, new RowQuery { Owner = new("Inconnu 1100", null) }, ImportHost.Cancellation);

        Assert.Equal((1_000, 204L), (plan.Causes.Length, plan.CausesLeftOut));
        Assert.Equal(("Inconnu 1100", 2L, 1_100L), (plan.Causes[0].Argument, plan.Causes[0].Rows, plan.Causes[0].FirstRow));
        Assert.Equal(1_204, plan.RowsByOwner.Length);
        Assert.Empty(plan.Index.Owners);
        Assert.Equal([1_100L, 1_204], page.Rows.Select(row => row.Number));
    }

    [Fact]
    public async Task A_text_that_few_rows_have_is_looked_for_in_parts()
    {
        using var host = new ImportHost();
        var rows = FoundRows.MostTested + 10;
        var source = ImportHost.Source("ID CONTACT;PRENOM CONTACT;Propriétaire\r\n" + string.Concat(Enumerable.Range(1, rows).Select(row =>
            $"{row};{(row == rows ? "Zoé" : "Anne")};Marie Durand\r\n")));
        var plan = await host.PreviewAsync(source);
        var query = new RowQuery { Text = "zoe" };

        var first = await host.Importer.ReadPreviewAsync(source, plan, query, ImportHost.Cancellation);
        var second = await host.Importer.ReadPreviewAsync(source, plan, query with { FirstRow = first.NextRow!.Value }, ImportHost.Cancellation);

        Assert.Equal((0, FoundRows.MostTested + 1), (first.Rows.Length, first.NextRow!.Value));
        Assert.Equal((rows, null), (second.Rows.Single().Number, second.NextRow));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1_001)]
    public async Task A_query_out_of_range_is_refused(long firstRow, int count)
    {
        using var host = new ImportHost();
        var source = ImportHost.Source(Headings + "1;Anne;Petit;Marie Durand;\r\n");
        var plan = await host.PreviewAsync(source);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => host.Importer.ReadPreviewAsync(source, plan, new RowQuery { FirstRow = firstRow, Count = count }, ImportHost.Cancellation));
    }

    [Fact]
    public void Any_query_of_any_export_finds_what_the_whole_preview_has() =>
        Property.Holds(Prop.ForAll(
            VariedExports.Lines,
            Gen.Choose(0, 31).ToArbitrary(),
            Gen.Choose(0, 2).ToArbitrary(),
            async (lines, choices, repeated) =>
            {
                bool Chosen(int bit) => (choices & (1 << bit)) != 0;
                var source = ImportHost.Source(VariedExports.Headings + "\r\n" + string.Join("\r\n", lines));
                var sink = new InMemoryLedgerSink();
                if (Chosen(0))
                {
                    using var before = new ImportHost(sink: sink);
                    var some = ImportHost.Source(VariedExports.Headings + "\r\n" + string.Join("\r\n", lines[..20]));
                    await before.Importer.AddAsync(some, await before.PreviewAsync(some));
                }

                using var host = new ImportHost(
                    options =>
                    {
                        options.RepeatedContacts = (RepeatedContacts)repeated;
                        options.InvalidEmailIsError = Chosen(1);
                    },
                    Chosen(2) ? services => services.AddSingleton<IFieldMapper, RowsOnlyMapper>() : null,
                    sink);
                var plan = await host.PreviewAsync(source);
                plan = Chosen(3) ? PlanFile.Read(PlanFile.Write(plan, RowSelection.All)).Plan : plan;
                await HoldAsync(host, source, plan, count: Chosen(4) ? 7 : 50);
            }),
            tests: LongProof.Count(sample: 5, all: 400));

    [Fact]
    public async Task The_queries_of_a_long_export_that_is_scanned_in_parts_find_what_the_whole_preview_has()
    {
        var generator = new SellsyExportGenerator(new() { Rows = 20_000, Companies = 300, Profile = SellsyExportProfile.EverythingAtOnce });
        using var export = new MemoryStream();
        generator.Write(export);
        var source = ImportSource.FromBytes("contacts.csv", export.ToArray());
        using var host = new ImportHost(register: services =>
            services.AddSingleton<IOwnerResolver>(new UserDirectoryOwnerResolver(new FixedUserProvider([.. generator.Users]))));
        var plan = await host.PreviewAsync(source);

        Assert.InRange(export.Length, 9 << 20, long.MaxValue);
        Assert.InRange(plan.Causes.Length, 15, 100);
        await HoldAsync(host, source, plan, count: 1_000, part: LongProof.Count(sample: 20, all: 1));
    }

    [Fact]
    public async Task The_companies_of_two_ids_are_found_in_every_part_of_a_long_export()
    {
        // In the second part of the file the other ids come first.
        var note = new string('x', 400);
        string Row(int row) => $"{row};Anne;Marie Durand;Acme {row % 500};{((row < 15_000) ^ (row % 997 == 0) ? 7 : 8)};{note}\r\n";
        var source = ImportHost.Source("ID CONTACT;PRENOM CONTACT;Propriétaire;SOCIETE;ID SOCIETE;NOTE CONTACT\r\n" + string.Concat(Enumerable.Range(1, 30_000).Select(Row)));
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(source);

        Assert.Equal(IssueCodes.CompanyIdDiffers, Assert.Single(plan.Causes).Code);
        await HoldAsync(host, source, plan, count: 1_000, part: LongProof.Count(sample: 5, all: 1));
    }

    [Fact]
    public async Task The_queries_of_a_report_find_what_the_whole_report_has()
    {
        var store = new InMemoryLedgerSink();
        store.PutLead(new() { SellsyContactId = "9", FirstName = "Anna" }, ImportHost.Helene);
        var ids = Enumerable.Range(1, 600).Select(row => row switch { 300 => 5, 590 => 7, 591 => 7, _ => row });
        var source = ImportHost.Source(Headings + string.Concat(ids.Select((id, index) =>
            $"{id};{(index % 50 == 10 ? "" : "Anne")};Petit;{(index % 3 == 0 ? "Hélène Brûlé" : "Marie Durand")};{(index % 40 == 5 ? "x" : "")}\r\n")));
        using var host = Host(store);
        var plan = await host.PreviewAsync(source);
        store.PutLead(new() { SellsyContactId = "33", FirstName = "Luc" }, ImportHost.Helene);
        using var broken = Host(new FaultInjectingLedgerSink(store, callNumber: 6));
        var ticked = RowSelection.Of(Enumerable.Range(1, 590).Select(row => (long)row).Where(row => row % 7 != 0));
        var part = ImportReport.Of(await Assert.ThrowsAsync<InjectedFaultException>(
            () => broken.Importer.AddAsync(source, plan, new AddOptions { Selection = ticked }, cancellationToken: ImportHost.Cancellation)))!;
        var shown = await host.PreviewAsync(source);
        Assert.NotNull(shown.Interrupted);
        await HoldAsync(host, source, shown, count: 20);
        var whole = await host.Importer.AddAsync(source, shown, cancellationToken: ImportHost.Cancellation);

        foreach (var report in new[] { part, whole })
        {
            var rows = await host.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
            var queries = Queries(plan, rows.SelectMany(row => Sought(row.Issues)));
            foreach (var query in queries.Select(query => query with { Count = 20 }))
            {
                var expected = rows.Where(row => Meets(plan, query, row.Preview.Row, row.Status, Sought(row.Issues))).Select(row => row.ToString() + row.Status);
                var found = await PagesAsync(query, next => host.Importer.ReadReportAsync(source, report, next, ImportHost.Cancellation));
                Assert.Equal(expected, found.Select(row => row.ToString() + row.Status));
            }
        }

        ImportHost Host(ILeadSink sink) => new(
            options => (options.BatchSize, options.RepeatedContacts, options.ExistingLeads) = (100, RepeatedContacts.Merge, ExistingLeadPolicy.FillBlanks),
            sink: sink);
    }

    /// <summary>Every status, code, field and owner of a plan, alone and together, finds the rows that the whole preview has.</summary>
    /// <param name="host">The host.</param>
    /// <param name="source">The file.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="count">The rows of a page.</param>
    /// <param name="part">One of so many queries is made.</param>
    private static async Task HoldAsync(ImportHost host, ImportSource source, ImportPlan plan, int count, int part = 1)
    {
        var rows = await host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        foreach (var cause in plan.Causes.Where(cause => cause.Argument is null))
        {
            var found = rows.Where(row => row.Issues.Any(issue => (issue.Code, issue.Field, issue.Column) == (cause.Code, cause.Field, cause.Column))).ToList();
            Assert.Equal((cause, cause.Rows, cause.FirstRow), (cause, found.Count, found[0].Number));
        }

        foreach (var issue in plan.Index.Issues.Where(_ => plan.Index.HasAllIssues && rows.Count >= 10_000))
        {
            var query = new RowQuery { Code = issue.Code, Field = issue.Field };
            var exact = rows.Where(row => Meets(plan, query, row.Row, row.Status, Sought(row.Issues))).Select(row => row.Number).ToList();
            var isSparse = exact.GroupBy(row => row / 100).All(block => block.Count() == 1) && issue.Code != IssueCodes.CompanyIdDiffers && issue.Code != IssueCodes.SeveralCompanies;
            Assert.True(!isSparse || exact.SequenceEqual(CandidatesOf(plan, query)), $"{issue.Code} {issue.Field} is not sought exactly.");
        }

        Assert.Equal(
            rows.CountBy(row => OwnerOf(plan, row.Row)).Where(owner => !owner.Key.IsNone).ToDictionary(),
            plan.RowsByOwner.ToDictionary(owner => owner.Owner, owner => (int)owner.Rows));

        var first = Random.Shared.Next(part);
        foreach (var query in Queries(plan, rows.SelectMany(row => Sought(row.Issues))).Where((_, place) => place % part == first).Select(query => query with { Count = count }))
        {
            var expected = rows.Where(row => Meets(plan, query, row.Row, row.Status, Sought(row.Issues))).Select(TextOf);
            var found = await PagesAsync(query, next => host.Importer.ReadPreviewAsync(source, plan, next, ImportHost.Cancellation));
            Assert.Equal([$"{query}", .. expected], [$"{query}", .. found.Select(TextOf)]);
        }
    }

    /// <summary>The issues that a query seeks: all but those that compare a row with its lead as it is now.</summary>
    private static ImmutableArray<ImportIssue> Sought(ImmutableArray<ImportIssue> issues) =>
        issues.RemoveAll(issue => issue.Code is IssueCodes.ConsentStays or IssueCodes.RefusalStays);

    private static IEnumerable<long> CandidatesOf(ImportPlan plan, RowQuery query)
    {
        var filter = new RowFilter(plan, outcomes: null, waiting: new HashSet<long>(), query);
        for (var row = filter.Next(1); row is { } next; row = filter.Next(next + 1))
        {
            yield return next;
        }
    }

    private static string TextOf(PreviewRow row) =>
        $"{row} {row.Lead?.SellsyContactId} {row.Owner?.Id} {string.Join(' ', row.Issues.Select(ImportTexts.English.IssueText))} {row.Changes.Length}";

    private static IEnumerable<RowQuery> Queries(ImportPlan plan, IEnumerable<ImportIssue> issues)
    {
        var kinds = issues.Select(issue => (issue.Code, issue.Field)).Distinct().ToList();
        return
        [
            new(),
            new() { FirstRow = 17 },
            .. Enum.GetValues<RowStatus>().Select(status => new RowQuery { Status = status }),
            .. kinds.Select(kind => kind.Code).Distinct().Select(code => new RowQuery { Code = code }),
            .. kinds.Select(kind => kind.Field).OfType<string>().Distinct().Select(field => new RowQuery { Field = field }),
            .. kinds.Select(kind => new RowQuery { Code = kind.Code, Field = kind.Field, Status = RowStatus.Error }),
            .. plan.RowsByOwner.Take(12).Select(owner => new RowQuery { Owner = owner.Owner, FirstRow = 5 }),
            new() { Text = "acme" },
            new() { Text = "PETIT", Status = RowStatus.Blank },
        ];
    }

    private static bool Meets(ImportPlan plan, RowQuery query, SellsyRow row, RowStatus status, ImmutableArray<ImportIssue> issues)
    {
        bool HasText(string text) => row.Columns.Indexes.Select(column => row[column]).Append(row.RawText ?? "")
            .Any(cell => TextFolding.Label(cell).Contains(TextFolding.Label(text), StringComparison.Ordinal));
        return row.Number >= query.FirstRow
            && (query.Status is null || query.Status == status)
            && ((query.Code, query.Field) == (null, null)
                || issues.Any(issue => (query.Code is null || query.Code == issue.Code) && (query.Field is null || query.Field == issue.Field)))
            && (query.Owner is null || query.Owner == OwnerOf(plan, row))
            && (query.Text is null || HasText(query.Text));
    }

    private static OwnerReference OwnerOf(ImportPlan plan, SellsyRow row) => row.IsDamaged
        ? default
        : Mapper.Map(row, plan.Mapping, plan.Facts).Owner;

    private static async Task<List<TRow>> PagesAsync<TRow>(RowQuery query, Func<RowQuery, Task<RowPage<TRow>>> read)
    {
        var rows = new List<TRow>();
        for (long? next = query.FirstRow; next is { } row;)
        {
            var page = await read(query with { FirstRow = row });
            Assert.True(page.Rows.Length <= query.Count && (page.NextRow is null || page.NextRow > row));
            rows.AddRange(page.Rows);
            next = page.NextRow;
        }

        return rows;
    }
}
