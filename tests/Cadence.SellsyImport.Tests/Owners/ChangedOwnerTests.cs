using System.Text;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Owners;

/// <summary>Users who change between the preview and the write: rows 1 and 3 are Marie's, rows 2 and 4 Hélène's.</summary>
public sealed class ChangedOwnerTests
{
    private const string Csv =
        "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;SOCIETE\r\n"
        + "1;Anne;Petit;Marie Durand;\r\n2;Luc;Grand;Hélène Brûlé;\r\n3;Zoé;Tard;Marie Durand;\r\n4;Max;Tôt;Hélène Brûlé;\r\n";

    private readonly InMemoryLedgerSink _store = new();

    public static TheoryData<string> Changes => ["renamed", "replaced", "e-mail", "first name", "removed", "ambiguous", "other id"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_rows_of_a_user_who_changed_are_refused_and_those_of_others_are_added(string change)
    {
        var source = ImportHost.Source(Csv);
        using var host = Host(_store);
        var plan = await host.PreviewAsync(source);
        using var later = Host(_store, UsersAfter(change));

        var report = await later.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(4, 2, 0, 0, 0, 2), report.Counts);
        Assert.Equal(["2 u2", "4 u2"], _store.Leads.Select(lead => $"{lead.Lead.SellsyContactId} {lead.Owner.Id}"));
        Assert.Contains(new IssueCount(IssueCodes.OwnerChangedSincePreview, IssueSeverity.Error, 2), report.Issues);
        var rows = await later.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        Assert.Equal([RowOutcome.Error, RowOutcome.Added, RowOutcome.Error, RowOutcome.Added], rows.Select(row => row.Outcome));
        Assert.Equal(
            "Propriétaire : Le propriétaire ne désigne plus l'utilisateur de Cadence que montrait l'aperçu. Refaites l'aperçu.",
            ImportTexts.French.IssueText(Assert.Single(rows[0].Issues)));
        using var rejected = new MemoryStream();
        Assert.Equal(2, await later.Importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.English, ImportHost.Cancellation));
        Assert.Contains(
            "3;Zoé;Tard;Marie Durand;;Error;Owner: The owner no longer means the user of Cadence that the preview showed. Make the preview again.",
            Encoding.UTF8.GetString(rejected.ToArray()),
            StringComparison.Ordinal);
        var import = (await later.History.ReadAsync(ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation))[0];
        Assert.Equal(report.Counts, import.Counts);
        Assert.Equal(
            [new RefusedRow(1, LeadEntryOutcome.OwnerChanged), new RefusedRow(3, LeadEntryOutcome.OwnerChanged)],
            (await _store.ReadBatchesAsync(import.Import.ImportId, ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation)).SelectMany(batch => batch.Refused));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_sink_without_a_ledger_is_given_no_lead_of_a_user_who_changed(string change)
    {
        var source = ImportHost.Source(Csv);
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(source);
        using var later = new ImportHost(users: UsersAfter(change));

        var report = await later.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(4, 2, 0, 0, 0, 2), report.Counts);
        Assert.Equal(["2", "4"], later.Sink.Leads.Select(lead => lead.Lead.SellsyContactId));
        Assert.Equal(IssueCodes.OwnerChangedSincePreview, report.Outcomes.FoundByTheWrite(1)!.Code);
    }

    [Theory]
    [InlineData(ExistingLeadPolicy.FillBlanks)]
    [InlineData(ExistingLeadPolicy.Overwrite)]
    public async Task A_lead_that_is_there_is_not_changed_by_a_row_whose_user_changed(ExistingLeadPolicy policy)
    {
        _store.PutLead(new() { SellsyContactId = "1", FirstName = "Ancien" }, ImportHost.Helene);
        _store.PutLead(new() { SellsyContactId = "2", FirstName = "Ancien" }, ImportHost.Helene);
        var source = ImportHost.Source(Csv);
        using var host = Host(_store);
        var plan = (await host.PreviewAsync(source)).WithExistingLeads(policy);
        using var later = Host(_store, UsersAfter("replaced"));

        var report = await later.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(4, 1, 1, 0, 0, 2), report.Counts);
        Assert.Equal([null, "Grand"], _store.Leads.Take(2).Select(lead => lead.Lead.LastName));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_that_complete_a_refused_lead_are_refused_with_it_also_where_it_was_read_before_the_import_was_resumed(bool isResumed)
    {
        var source = ImportHost.Source(
            "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;SOCIETE\r\n"
            + "1;Anne;;Marie Durand;\r\n2;Luc;;Hélène Brûlé;\r\n1;Anne;Petit;Hélène Brûlé;\r\n3;Zoé;;Hélène Brûlé;\r\n"
            + "2;Luc;Grand;Marie Durand;\r\n1;Anne;;Marie Durand;Alpha\r\n");
        using var host = Host(_store, configure: Merge);
        var plan = await host.PreviewAsync(source);
        if (isResumed)
        {
            using var broken = Host(new FaultInjectingLedgerSink(_store, callNumber: 3), configure: Merge);
            await Assert.ThrowsAsync<InjectedFaultException>(() => broken.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));
            Assert.Equal(1, _store.Batches);
        }

        using var later = Host(_store, UsersAfter("replaced"), Merge);
        var report = await later.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(6, 2, 1, 0, 0, 3), report.Counts);
        Assert.Equal(isResumed, report.ResumedAtRow is > 1);
        Assert.Equal(
            [RowOutcome.Error, RowOutcome.Added, RowOutcome.Error, RowOutcome.Added, RowOutcome.Updated, RowOutcome.Error],
            Enumerable.Range(1, 6).Select(row => report.OutcomeOf(row)));
        Assert.Equal(["2 Grand u2", "3  u2"], _store.Leads.Select(lead => $"{lead.Lead.SellsyContactId} {lead.Lead.LastName} {lead.Owner.Id}").Order());
        Assert.Equal(report.Counts, (await later.History.ReadAsync(ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation))[0].Counts);

        static void Merge(SellsyImportOptions options)
        {
            options.RepeatedContacts = RepeatedContacts.Merge;
            options.BatchSize = 1;
        }
    }

    [Fact]
    public async Task Users_who_change_while_an_import_is_interrupted_cost_only_the_rows_that_are_left()
    {
        var source = ImportHost.Source(Csv);
        using var host = Host(_store);
        var plan = await host.PreviewAsync(source);
        using var broken = Host(new FaultInjectingLedgerSink(_store, callNumber: 4), configure: options => options.BatchSize = 1);
        await Assert.ThrowsAsync<InjectedFaultException>(() => broken.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));
        using var later = Host(_store, UsersAfter("removed"), options => options.BatchSize = 1);
        var id = (await later.History.ReadAsync(ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation))[0].Import.ImportId;

        var report = await later.History.ResumeAsync(id, source, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(4, 3, 0, 0, 0, 1), report.Counts);
        Assert.Equal(RowOutcome.Error, report.OutcomeOf(3));
    }

    [Fact]
    public async Task A_decision_holds_at_the_write_and_the_resolver_is_asked_once_for_each_owner()
    {
        var source = ImportHost.Source(Csv.Replace("Marie Durand", "Paul Martin", StringComparison.Ordinal));
        using var host = Host(_store);
        var plan = await host.PreviewAsync(source, decisions: OwnerDecisions.None.With("Paul Martin", "u4"));
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, ImportHost.Cancellation);
        saved.Position = 0;
        var loaded = await ImportPlan.LoadAsync(saved, ImportHost.Cancellation);
        var resolver = new RecordingOwnerResolver(
            new UserDirectoryOwnerResolver(new FixedUserProvider(ImportHost.Helene, ImportHost.PaulOne, ImportHost.PaulTwo)));
        using var later = new ImportHost(register: services => services.AddSingleton<IOwnerResolver>(resolver), sink: _store);

        var report = await later.Importer.AddAsync(source, loaded, cancellationToken: ImportHost.Cancellation);

        Assert.Equal([KeyValuePair.Create("Paul Martin", "u4")], loaded.Decisions.All);
        Assert.Equal(4, report.Counts.Added);
        Assert.Equal(["u4", "u2", "u4", "u2"], _store.Leads.Select(lead => lead.Owner.Id));
        Assert.Equal(2, Assert.Single(resolver.Calls).Length);
    }

    [Fact]
    public async Task A_plan_that_names_a_user_who_does_not_exist_is_not_obeyed()
    {
        var source = ImportHost.Source(Csv);
        using var host = Host(_store, new FixedUserProvider(new CadenceUser("nobody", "Marie", "Durand"), ImportHost.Helene));
        var plan = await host.PreviewAsync(source);
        using var later = Host(_store);

        var report = await later.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(4, 2, 0, 0, 0, 2), report.Counts);
        Assert.All(_store.Leads, lead => Assert.Equal("u2", lead.Owner.Id));
    }

    public static TheoryData<string, string> DefaultChanges => new()
    {
        { "user renamed", "4" },
        { "user gone", "4" },
        { "user not active", "4" },
        { "owner added", "1 2 4" },
        { "owner of this name twice", "1 2 4" },
        { "owner not active", "1 2 4" },
        { "nothing", "1 2 3 4" },
    };

    /// <summary>Rows 1 and 2 go to Marie as the user for blank owners, row 3 to her as the one for unknown ones, row 4 is Hélène's.</summary>
    [Theory]
    [MemberData(nameof(DefaultChanges))]
    public async Task The_rows_of_a_user_by_default_are_written_as_previewed_or_refused(string change, string written)
    {
        var source = ImportHost.Source("ID Sellsy;Prénom;Propriétaire\r\n1;Anne;\r\n2;Luc;N/C\r\n3;Zoé;Ida Lune\r\n4;Max;Hélène Brûlé\r\n");
        using var host = Host(_store);
        var plan = await host.PreviewAsync(source, decisions: OwnerDecisions.None.ForBlank("u1").ForUnknown("u1"));
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, ImportHost.Cancellation);
        saved.Position = 0;
        var ida = new CadenceUser("u9", "Ida", "Lune");
        using var later = Host(_store, new FixedUserProvider(
        [
            ImportHost.Helene,
            .. change switch
            {
                "user renamed" => [ImportHost.Marie with { LastName = "Petit" }],
                "user gone" => [],
                "user not active" => [ImportHost.Marie with { IsActive = false }],
                "owner added" => [ImportHost.Marie, ida],
                "owner of this name twice" => [ImportHost.Marie, ida, ida with { Id = "u10" }],
                "owner not active" => [ImportHost.Marie, ida with { IsActive = false }],
                _ => new[] { ImportHost.Marie },
            },
        ]));

        var report = await later.Importer.AddAsync(source, await ImportPlan.LoadAsync(saved, ImportHost.Cancellation), cancellationToken: ImportHost.Cancellation);

        var added = _store.Leads.Select(lead => $"{lead.Lead.SellsyContactId} {lead.Owner.Id}").Order(StringComparer.Ordinal);
        Assert.Equal(written.Split(' ').Select(row => row == "4" ? "4 u2" : $"{row} u1"), added);
        Assert.Equal(4 - _store.Leads.Count, report.Counts.Errors);
        var rows = await later.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        Assert.All(
            rows.Where(row => row.Outcome == RowOutcome.Error),
            row => Assert.Equal(IssueCodes.OwnerChangedSincePreview, row.Issues[^1].Code));
    }

    private static ImportHost Host(ILeadSink sink, FixedUserProvider? users = null, Action<SellsyImportOptions>? configure = null) =>
        new(configure, sink: sink, users: users);

    private static FixedUserProvider UsersAfter(string change) => new(
    [
        ImportHost.Helene,
        .. change switch
        {
            "renamed" => [ImportHost.Marie with { LastName = "Durand-Petit" }],
            "replaced" => [ImportHost.Marie with { FirstName = "Karim", LastName = "Benali", Email = "karim@cadence.example" }],
            "e-mail" => [ImportHost.Marie with { Email = "other@cadence.example" }],
            "first name" => [ImportHost.Marie with { FirstName = "MARIE" }],
            "ambiguous" => [ImportHost.Marie, ImportHost.Marie with { Id = "u9", Email = "m@cadence.example", SellsyId = null }],
            "other id" => [ImportHost.Marie with { Id = "u9" }],
            _ => Array.Empty<CadenceUser>(),
        },
    ]);
}
