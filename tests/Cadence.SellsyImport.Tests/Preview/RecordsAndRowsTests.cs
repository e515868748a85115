using System.Text;
using System.Text.Json;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Cadence.SellsyImport.Tests.Properties;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>Scanning records decides what mapping every row decides, and both make the same leads.</summary>
public sealed class RecordsAndRowsTests
{
    [Fact]
    public void Any_export_has_the_same_plan_whether_its_records_are_taken_or_all_rows_are_made() =>
        Property.Holds(Prop.ForAll(
            VariedExports.Lines,
            Gen.Choose(0, 63).ToArbitrary(),
            Gen.Choose(0, 2).ToArbitrary(),
            async (lines, choices, repeated) =>
            {
                bool Chosen(int bit) => (choices & (1 << bit)) != 0;
                var source = ImportHost.Source(VariedExports.Headings + "\r\n" + string.Join("\r\n", lines));
                var sink = new InMemoryLedgerSink();
                if (Chosen(0))
                {
                    using var before = new ImportHost(sink: sink);
                    var some = ImportHost.Source(VariedExports.Headings + "\r\n" + string.Join("\r\n", lines[..10].Concat(lines[30..35])));
                    await before.Importer.AddAsync(some, await before.PreviewAsync(some));
                }

                void Configure(SellsyImportOptions options)
                {
                    options.RepeatedContacts = (RepeatedContacts)repeated;
                    options.MaxPhones = Chosen(1) ? 1 : 5;
                    options.DefaultCallingCode = Chosen(2) ? 262 : Chosen(3) ? 32 : 33;
                    options.InvalidEmailIsError = Chosen(4);
                    options.KeepUnmappedColumns = Chosen(5);
                }

                Assert.Equal(await PlanOfAllRowsAsync(sink, source, Configure), await PlanAsync(sink, source, Configure));
            }),
            tests: LongProof.Count(sample: 40, all: 400));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(50, 9_000)]
    [InlineData(2, 9_000)]
    [InlineData(2, 5_000)]
    public async Task Leads_that_are_there_are_found_among_taken_records(int everyNth, int lastRow)
    {
        var export = new MemoryStream();
        new SellsyExportGenerator(new() { Rows = 9_000, Companies = 500 }).Write(export);
        var source = ImportSource.FromBytes("contacts.csv", export.ToArray());
        var sink = new InMemoryLedgerSink();
        var users = new SellsyExportGenerator(new() { Rows = 1 }).Users;
        if (lastRow > 0)
        {
            using var before = new ImportHost(sink: sink, register: services => services.AddSingleton(ResolverOf(users)));
            var plan = await before.PreviewAsync(source);
            var ticked = RowSelection.Of(Enumerable.Range(1, lastRow / everyNth).Select(row => (long)row * everyNth));
            await before.Importer.AddAsync(source, plan, new AddOptions { Selection = ticked }, cancellationToken: ImportHost.Cancellation);
            Assert.NotEmpty(sink.Leads);
        }

        Assert.Equal(await PlanOfAllRowsAsync(sink, source, _ => { }, users), await PlanAsync(sink, source, _ => { }, users));
    }

    [Theory]
    [InlineData(RepeatedContacts.FirstWins, IssueCodes.ContactRepeated)]
    [InlineData(RepeatedContacts.LastWins, IssueCodes.ContactSuperseded)]
    [InlineData(RepeatedContacts.Merge, IssueCodes.ContactMerged)]
    public async Task Contacts_that_are_repeated_in_another_part_of_a_long_file_are_found(RepeatedContacts repeated, string code)
    {
        var generator = new SellsyExportGenerator(new() { Rows = 9_000 });
        using var export = new MemoryStream();
        generator.Write(export);
        var text = Encoding.UTF8.GetString(export.ToArray());
        var rows = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var source = ImportHost.Source(text.TrimEnd('\r', '\n') + "\r\n" + rows);
        var sink = new InMemoryLedgerSink();
        void Configure(SellsyImportOptions options) => options.RepeatedContacts = repeated;

        var plan = await PlanAsync(sink, source, Configure, generator.Users);

        Assert.Equal(await PlanOfAllRowsAsync(sink, source, Configure, generator.Users), plan);
        Assert.Contains($"Code = {code}", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_makes_no_row_for_its_preview()
    {
        var csv = "ID CONTACT;PRENOM CONTACT;Propriétaire\r\n" + string.Concat(Enumerable.Range(1, 100).Select(row => $"{row};Anne;Marie Durand\r\n"));
        var mapper = new CountingMapper();
        using var host = new ImportHost(register: services => services.AddSingleton<IFieldMapper>(mapper));

        var plan = await host.PreviewAsync(ImportHost.Source(csv));

        Assert.Equal(100, plan.Counts.Blank);
        Assert.Equal(0, mapper.Mapped);
    }

    [Fact]
    public void Any_export_is_imported_alike_whether_leads_are_made_of_its_records_or_of_its_rows() =>
        Property.Holds(Prop.ForAll(
            VariedExports.Lines,
            Gen.Choose(0, 63).ToArbitrary(),
            Gen.Choose(0, 2).ToArbitrary(),
            async (lines, choices, repeated) =>
            {
                bool Chosen(int bit) => (choices & (1 << bit)) != 0;
                var source = ImportHost.Source(VariedExports.Headings + "\r\n" + string.Join("\r\n", lines));
                var selection = Chosen(0) ? RowSelection.All : RowSelection.Of(Enumerable.Range(1, 20).Select(row => row * 3L));
                void Configure(SellsyImportOptions options)
                {
                    options.RepeatedContacts = (RepeatedContacts)repeated;
                    options.MaxPhones = Chosen(1) ? 1 : 5;
                    options.DefaultCallingCode = Chosen(2) ? 262 : Chosen(3) ? 32 : 33;
                    options.BatchSize = Chosen(4) ? 3 : 2_000;
                    options.KeepUnmappedColumns = Chosen(5);
                }

                Assert.Equal(await LeadsAsync(source, selection, Configure, OnlyRows), await LeadsAsync(source, selection, Configure));
            }),
            tests: LongProof.Count(sample: 40, all: 400));

    [Fact]
    public async Task The_lead_of_a_record_is_made_without_its_row()
    {
        var csv = "ID CONTACT;PRENOM CONTACT;Propriétaire\r\n" + string.Concat(Enumerable.Range(1, 100).Select(row => $"{row};Anne;Marie Durand\r\n"));
        var mapper = new CountingMapper();
        using var host = new ImportHost(options => options.BatchSize = 40, services => services.AddSingleton<IFieldMapper>(mapper));
        var plan = await host.PreviewAsync(ImportHost.Source(csv));
        var mappedByPreview = mapper.Mapped;

        await host.Importer.AddAsync(ImportHost.Source(csv), plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(Enumerable.Range(1, 100).Select(row => $"{row}"), host.Sink.Leads.Select(entry => entry.Lead.SellsyContactId));
        Assert.Equal(3, mapper.Mapped - mappedByPreview);
    }

    private static IOwnerResolver ResolverOf(IReadOnlyList<CadenceUser> users) => new UserDirectoryOwnerResolver(new FixedUserProvider(users));

    private static Task<string> PlanOfAllRowsAsync(
        ILeadSink sink, ImportSource source, Action<SellsyImportOptions> configure, IReadOnlyList<CadenceUser>? users = null) =>
        PlanAsync(
            sink,
            source,
            configure,
            users,
            OnlyRows);

    private static void OnlyRows(IServiceCollection services)
    {
        services.AddSingleton<ISellsyCsvReader>(provider =>
            new RowsOnlyReader(new CsvHelperReader(provider.GetRequiredService<IOptions<SellsyImportOptions>>())));
        services.AddSingleton<IFieldMapper>(provider => new RowsOnlyMapper(provider.GetRequiredService<IOptions<SellsyImportOptions>>()));
    }

    /// <summary>The leads that are added, with all that they hold.</summary>
    private static async Task<string> LeadsAsync(
        ImportSource source, RowSelection selection, Action<SellsyImportOptions> configure, Action<IServiceCollection>? register = null)
    {
        using var host = new ImportHost(configure, register);
        await host.ImportAsync(source, selection);
        return $"{host.Sink.Batches} batches\n{string.Join('\n', host.Sink.Leads.Select(TextOf))}";

        static string TextOf(LeadEntry entry) =>
            $"{entry.Row} {entry.Outcome} {string.Join(' ', entry.CompletedBy)} {LeadSnapshot.ToJson(new(entry.Lead, entry.Owner, 0))}";
    }

    private static async Task<string> PlanAsync(
        ILeadSink sink,
        ImportSource source,
        Action<SellsyImportOptions> configure,
        IReadOnlyList<CadenceUser>? users = null,
        Action<IServiceCollection>? register = null)
    {
        void Register(IServiceCollection services)
        {
            register?.Invoke(services);
            if (users is not null)
            {
                services.AddSingleton(ResolverOf(users));
            }
        }

        using var host = new ImportHost(configure, Register, sink);
        var progress = new RecordingProgress<ImportProgress>();
        var overview = await host.Importer.OpenAsync(source);
        var plan = await host.Importer.PreviewAsync(source, overview.Suggestion.Mapping, progress: progress);
        using var verdicts = new MemoryStream();
        using (var writer = new BinaryWriter(verdicts, Encoding.UTF8, leaveOpen: true))
        {
            VerdictsFile.Write(writer, plan.Verdicts);
        }

        return string.Join('\n',
        [
            plan.Counts.ToString(), .. plan.Issues.Select(issue => issue.ToString()), .. plan.Causes.Select(cause => cause.ToString()),
            .. plan.RowsByOwner.Select(owner => owner.ToString()), .. plan.Findings.Select(ImportTexts.English.IssueText),
            JsonSerializer.Serialize(plan.PolicyCounts), JsonSerializer.Serialize(plan.Owners), JsonSerializer.Serialize(plan.Facts.ToDocument()),
            Convert.ToHexString(verdicts.ToArray()), .. progress.Values.Select(report => report.ToString()),
        ]);
    }
}
