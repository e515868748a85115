using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>A host's own key finds the existing lead of a contact that Cadence does not have; a person decides on each match.</summary>
public sealed class LeadMatcherTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Email;Propriétaire\n";
    private const string Léa = "1;Léa;Blanc;lea@exemple.example;Marie Durand\n";
    private const string Éric = "2;Éric;Noir;eric@exemple.example;Marie Durand\n";
    private const string Export = Headings + Léa + Éric;

    private static readonly MatchDecisions AllSame = MatchDecisions.None.ForOthers(MatchDecision.Same);

    private readonly InMemoryLedgerSink _store = new();
    private readonly EmailMatcher _matcher = new(("lea@exemple.example", "55"));

    public LeadMatcherTests()
    {
        _store.PutLead(new() { SellsyContactId = "55", FirstName = "Lea", LastName = "Blanche" }, ImportHost.Marie);
        _store.PutLead(new() { SellsyContactId = "77", FirstName = "Zoé", LastName = "Gris" }, ImportHost.Marie);
    }

    private static CancellationToken Cancellation => ImportHost.Cancellation;

    [Fact]
    public async Task A_match_without_a_decision_is_an_error_that_names_the_existing_lead_in_preview_plan_report_and_rejected_file()
    {
        using var host = Host();

        var plan = await ReloadedAsync(await PreviewAsync(host, Export));
        var report = await AddAsync(host, plan);

        var rows = await RowsAsync(host, Export, plan);
        Assert.Equal([RowStatus.Error, RowStatus.Blank], rows.Select(row => row.Status));
        var issue = Assert.Single(rows[0].Issues);
        Assert.Equal((IssueCodes.MatchUndecided, IssueSeverity.Error, 1L, "55"), (issue.Code, issue.Severity, issue.Row, Assert.Single(issue.Arguments)));
        Assert.Equal("1", rows[0].Lead!.SellsyContactId);
        Assert.Equal((new LeadMatch(1, "1", "55"), null), (plan.MatchOf(1), plan.MatchOf(2)));
        Assert.Equal("row 1", plan.MatchOf(1)!.ToString());
        Assert.Equal("Sellsy id: The contact may be the lead 55 that is in Cadence. Decide whether both are the same or this is a new lead.", ImportTexts.English.IssueText(issue));
        Assert.Equal("Identifiant Sellsy : Le contact est peut-être le lead 55 présent dans Cadence. Décidez s'il s'agit du même ou d'un nouveau lead.", ImportTexts.French.IssueText(issue));
        Assert.Equal(1, Assert.Single(plan.Issues).Count);
        Assert.Equal((1L, 1L), (report.Counts.Added, report.Counts.Errors));
        Assert.Equal(["2", "55", "77"], Ids());
        using var rejected = new MemoryStream();
        await host.Importer.WriteRejectedRowsAsync(ImportHost.Source(Export), report, rejected, ImportTexts.French, Cancellation);
        Assert.Contains("1;Léa;Blanc;lea@exemple.example;Marie Durand;Erreur;Identifiant Sellsy : Le contact est peut-être le lead 55", Text(rejected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_the_same_is_treated_by_the_policy_against_the_existing_lead_which_keeps_its_id()
    {
        foreach (var (policy, expected, name) in new[]
        {
            (ExistingLeadPolicy.Skip, RowOutcome.Skipped, "Lea"), (ExistingLeadPolicy.FillBlanks, RowOutcome.Updated, "Lea"), (ExistingLeadPolicy.Overwrite, RowOutcome.Updated, "Léa"),
        })
        {
            var before = _store.BackUp();
            using var host = Host(policy);

            var plan = await ReloadedAsync(await PreviewAsync(host, Export, MatchDecisions.None.WithSame("1", "55")));
            var rows = await RowsAsync(host, Export, plan);
            var report = await AddAsync(host, plan);

            Assert.Equal(new StatusCounts(1, 1, 0), plan.Counts);
            Assert.Equal((RowStatus.Active, "55"), (rows[0].Status, rows[0].Lead!.SellsyContactId));
            Assert.Equal([IssueCodes.MatchedToLead, IssueCodes.AlreadyInCadence], rows[0].Issues.Select(issue => issue.Code));
            Assert.Equal(policy == ExistingLeadPolicy.Overwrite, rows[0].Changes.Any(change => change.Field == LeadFields.FirstName.Name));
            Assert.Contains(plan.Issues, issue => issue is { Code: IssueCodes.MatchedToLead, Severity: IssueSeverity.Warning, Count: 1 });
            Assert.Equal(expected, report.OutcomeOf(1));
            Assert.Equal(["2", "55", "77"], Ids());
            Assert.Equal(name, Lead("55").FirstName);
            Assert.Equal(policy == ExistingLeadPolicy.Skip ? 0 : 1, Lead("55").Emails.Length);
            before();
        }
    }

    [Fact]
    public async Task A_row_that_is_new_is_added_under_its_own_id_with_a_warning()
    {
        using var host = Host(ExistingLeadPolicy.Overwrite);

        var plan = await ReloadedAsync(await PreviewAsync(host, Export, MatchDecisions.None.WithNew("1").ForOthers(MatchDecision.Same)));
        await AddAsync(host, plan);

        Assert.Equal(new StatusCounts(2, 0, 0), plan.Counts);
        Assert.Equal((IssueCodes.MatchAddedAsNew, 1), (Assert.Single(plan.Issues).Code, plan.Issues[0].Count));
        Assert.Equal(["1", "2", "55", "77"], Ids());
        Assert.Equal("Lea", Lead("55").FirstName);
    }

    [Fact]
    public async Task A_decision_holds_for_the_lead_that_it_was_made_on_and_for_no_other()
    {
        using var host = Host();

        var other = await PreviewAsync(host, Export, MatchDecisions.None.WithSame("1", "77"));
        var all = await PreviewAsync(host, Export, MatchDecisions.None.WithSame("1", "77").ForOthers(MatchDecision.New));

        Assert.Equal((1L, 0L), (other.Counts.Error, all.Counts.Error));
    }

    [Fact]
    public async Task Only_contacts_that_are_not_in_the_store_and_rows_without_errors_are_asked_about_once_each_with_the_account()
    {
        var sink = new InMemoryLeadSink();
        using var host = Host(sink: sink, rules: new NoGris());
        await host.ImportAsync(ImportHost.Source(Headings + Éric + "55;Lea;Blanche;;Marie Durand\n"));
        _matcher.Asked.Clear();

        await PreviewAsync(host, Headings + Léa + Éric + Léa + "3;;x;;Marie Durand\n4;Zoé;Gris;;Marie Durand\n5;Luc;Bon;;Nobody\n6;Ève;Bon;;Marie Durand\n", AllSame, "");
        await PreviewAsync(host, Headings + "6;Ève;Bon;;Marie Durand\n", account: "Nantes", check: false);

        Assert.Equal(["|1", "|6", "Nantes|6"], _matcher.Asked);
    }

    [Fact]
    public async Task A_matcher_is_asked_for_at_most_2048_leads_at_a_time_and_the_plan_without_matches_is_that_of_a_host_without_it()
    {
        var export = Export + string.Concat(Enumerable.Range(100, 5_000).Select(id => $"{id};Zoé;Gris;zoe{id}@exemple.example;Marie Durand\n"));
        var nobody = new EmailMatcher();
        using var host = Host(matcher: nobody);
        using var plain = new ImportHost(sink: _store);

        var plan = await PreviewAsync(host, export);
        var expected = await plain.PreviewAsync(ImportHost.Source(export));

        Assert.Equal([2_048, 2_048, 906], nobody.Questions);
        Assert.Equal(expected.Counts, plan.Counts);
        Assert.Equal(expected.Issues, plan.Issues);
        Assert.NotEqual(expected.SettingsHash, plan.SettingsHash);
        Assert.DoesNotContain("Matches", Encoding.UTF8.GetString(await BytesAsync(expected)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_rows_about_one_existing_lead_the_first_counts_whether_they_are_matched_or_have_its_id()
    {
        const string Csv = Headings + Léa + "3;Lia;Blanc;lea@exemple.example;Marie Durand\n55;Lou;Blanc;;Marie Durand\n" + Léa;
        using var host = Host(ExistingLeadPolicy.Overwrite);

        var plan = await PreviewAsync(host, Csv, AllSame);
        var rows = await RowsAsync(host, Csv, plan);
        await AddAsync(host, plan, Csv);

        Assert.Equal([RowStatus.Active, RowStatus.Error, RowStatus.Error, RowStatus.Error], rows.Select(row => row.Status));
        Assert.All(rows.Skip(1), row => Assert.Equal(["1"], Assert.Single(row.Issues, issue => issue.Code == IssueCodes.ContactRepeated).Arguments));
        Assert.Equal("Léa", Lead("55").FirstName);
        Assert.Equal(["55", "77"], Ids());
    }

    [Fact]
    public async Task A_row_that_is_matched_to_the_lead_of_an_earlier_row_is_an_error_that_names_this_row()
    {
        const string Csv = Headings + Éric + "55;Lou;Blanc;;Marie Durand\n" + Léa;
        using var host = Host(ExistingLeadPolicy.Overwrite);

        var plan = await PreviewAsync(host, Csv, AllSame);
        var rows = await RowsAsync(host, Csv, plan);

        Assert.Equal([RowStatus.Blank, RowStatus.Active, RowStatus.Error], rows.Select(row => row.Status));
        Assert.Equal([IssueCodes.MatchedToLead, IssueCodes.ContactRepeated], rows[2].Issues.Select(issue => issue.Code));
        Assert.Equal(["2"], rows[2].Issues[1].Arguments);
    }

    [Theory]
    [InlineData(RepeatedContacts.LastWins, "Lou", 3)]
    [InlineData(RepeatedContacts.Merge, "Léa", 1)]
    public async Task Another_rule_for_repeated_contacts_holds_for_rows_about_one_existing_lead_too(RepeatedContacts rule, string name, long winner)
    {
        const string Csv = Headings + Léa + Éric + "55;Lou;Blanc;;Marie Durand\n";
        using var host = Host(ExistingLeadPolicy.Overwrite, repeated: rule);

        var plan = await PreviewAsync(host, Csv, AllSame);
        var report = await AddAsync(host, plan, Csv);

        Assert.Equal(RowOutcome.Updated, report.OutcomeOf(winner));
        Assert.Equal((name, 1L), (Lead("55").FirstName, report.Counts.Added));
        Assert.Equal(["2", "55", "77"], Ids());
    }

    [Theory]
    [InlineData(RepeatedContacts.FirstWins, RowStatus.Error)]
    [InlineData(RepeatedContacts.Merge, RowStatus.Error)]
    [InlineData(RepeatedContacts.LastWins, RowStatus.Active)]
    public async Task A_row_in_error_claims_its_contact_so_that_a_later_row_is_not_matched_unless_the_last_one_counts(RepeatedContacts rule, RowStatus status)
    {
        using var host = Host(ExistingLeadPolicy.Overwrite, repeated: rule);
        foreach (var between in new[] { "", string.Concat(Enumerable.Range(1_000, 2_048).Select(id => $"{id};Zoé;Gris;;Marie Durand\n")) })
        {
            var plan = await PreviewAsync(host, Headings + "1;;Blanc;;Marie Durand\n" + between + Léa, AllSame);

            Assert.Equal((RowStatus.Error, status), (plan.StatusOf(1), plan.StatusOf(plan.Rows)));
        }
    }

    [Fact]
    public async Task All_rows_of_a_contact_have_the_match_of_its_first_row()
    {
        const string Csv = Headings + Léa + "1;Léa;Blanc;;Marie Durand\n" + Éric + "2;Éric;Noir;lea@exemple.example;Marie Durand\n";
        using var host = Host(ExistingLeadPolicy.Overwrite, repeated: RepeatedContacts.LastWins);

        var plan = await PreviewAsync(host, Csv, AllSame);
        var rows = await RowsAsync(host, Csv, plan);

        Assert.Equal(["55", "55", "2", "2"], rows.Select(row => row.Lead!.SellsyContactId));
        Assert.Equal([RowStatus.Error, RowStatus.Active, RowStatus.Error, RowStatus.Blank], rows.Select(row => row.Status));
    }

    [Fact]
    public async Task A_lead_that_changed_or_vanished_since_the_preview_is_not_written()
    {
        using var host = Host(ExistingLeadPolicy.Overwrite);
        var plan = await PreviewAsync(host, Export, AllSame);
        var back = _store.BackUp();

        _store.EditLead("55", lead => lead with { Note = "x" });
        var changed = await AddAsync(host, plan);
        back();
        _store.RemoveLead("55");
        var vanished = await AddAsync(host, plan);

        Assert.Contains(changed.Issues, issue => issue is { Code: IssueCodes.ChangedSincePreview, Count: 1 });
        Assert.Contains(vanished.Issues, issue => issue is { Code: IssueCodes.VanishedSincePreview, Count: 1 });
        Assert.Equal(["2", "77"], Ids());
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_a_row_is_judged_alone_as_the_plan_has_it()
    {
        using var host = Host(ExistingLeadPolicy.Overwrite);
        await AddAsync(host, await PreviewAsync(host, Export, AllSame));

        var again = await PreviewAsync(host, Export, AllSame);
        var undecided = await PreviewAsync(host, Export);
        var report = await AddAsync(host, again);

        Assert.Equal((0L, 0L, 2L), (report.Counts.Added, report.Counts.Updated, report.Counts.Unchanged));
        var same = await host.Importer.JudgeRowAsync(ImportHost.Source(Export), again, Corrections.None, 1, Cancellation);
        var open = await host.Importer.JudgeRowAsync(ImportHost.Source(Export), undecided, Corrections.None, 1, Cancellation);
        Assert.Equal((RowStatus.Active, RowStatus.Error), (same.Status, open.Status));
    }

    [Fact]
    public async Task Another_matcher_version_refuses_the_plan_and_other_decisions_make_another_import()
    {
        using var host = Host(ExistingLeadPolicy.Overwrite);
        using var later = Host(ExistingLeadPolicy.Overwrite, new EmailMatcher(("lea@exemple.example", "55")) { Version = "2" });
        var same = await PreviewAsync(host, Export, AllSame);

        var refused = await Assert.ThrowsAsync<SellsyImportException>(() => AddAsync(later, same));
        var open = await AddAsync(host, await PreviewAsync(host, Export));
        var decided = await AddAsync(host, await PreviewAsync(host, Export, AllSame));

        Assert.Equal(ErrorCodes.PlanOfOtherSettings, refused.Code);
        Assert.NotEqual(open.Import.ImportId, decided.Import.ImportId);
        Assert.Equal(1, decided.Counts.Updated);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("56", 2)]
    [InlineData("1", 2)]
    [InlineData(null, 1)]
    public async Task Answers_that_are_no_leads_of_the_store_or_too_few_are_refused(string? answer, int count)
    {
        using var host = Host(matcher: new Fixed([.. Enumerable.Repeat(answer, count)]));

        var broken = await Assert.ThrowsAsync<SellsyImportException>(() => PreviewAsync(host, Export));

        Assert.Equal((ErrorCodes.SeamContractBroken, nameof(ILeadMatcher)), (broken.Code, broken.Arguments[0]));
    }

    [Fact]
    public async Task A_later_matcher_replaces_an_earlier_one()
    {
        var services = new ServiceCollection();
        services.AddSellsyImport().UseMatcher<Nobody>().UseMatcher<Everybody>();

        await using var provider = services.BuildServiceProvider();

        Assert.IsType<Everybody>(Assert.Single(provider.GetServices<ILeadMatcher>()));
    }

    [Fact]
    public async Task A_sink_that_only_adds_shows_the_row_as_active_and_skips_it()
    {
        var sink = new InMemoryLeadSink();
        using var host = Host(sink: sink);
        await host.ImportAsync(ImportHost.Source(Headings + "55;Lea;Blanche;;Marie Durand\n"));

        var plan = await PreviewAsync(host, Export, AllSame);
        var report = await AddAsync(host, plan);

        Assert.Equal((RowStatus.Active, 1L, 1L), (plan.StatusOf(1), report.Counts.Skipped, report.Counts.Added));
        Assert.Equal(["2", "55"], sink.Leads.Select(stored => stored.Lead.SellsyContactId).Order(StringComparer.Ordinal));
    }

    private async Task<ImportPlan> PreviewAsync(
        ImportHost host, string csv, MatchDecisions? decisions = null, string? account = null, bool check = true)
    {
        var source = ImportHost.Source(csv);
        var mapping = (await host.Importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        var options = new PreviewOptions { MatchDecisions = decisions ?? MatchDecisions.None, SellsyAccount = account };
        var plan = await host.Importer.PreviewAsync(source, mapping, options, cancellationToken: Cancellation);
        Assert.True(!check || plan.MatchDecisions.Equals(options.MatchDecisions));
        return plan;
    }

    private static Task<ImportReport> AddAsync(ImportHost host, ImportPlan plan, string csv = Export) =>
        host.Importer.AddAsync(ImportHost.Source(csv), plan, cancellationToken: Cancellation);

    private static async Task<List<PreviewRow>> RowsAsync(ImportHost host, string csv, ImportPlan plan) =>
        await host.Importer.ReadPreviewAsync(ImportHost.Source(csv), plan, cancellationToken: Cancellation).ToListAsync(Cancellation);

    private static async Task<byte[]> BytesAsync(ImportPlan plan)
    {
        using var bytes = new MemoryStream();
        await plan.SaveAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    /// <summary>The plan as another process loads it, which saves it as the same bytes.</summary>
    private static async Task<ImportPlan> ReloadedAsync(ImportPlan plan)
    {
        var bytes = await BytesAsync(plan);
        using var saved = new MemoryStream(bytes);
        var loaded = await ImportPlan.LoadAsync(saved, Cancellation);
        Assert.Equal(plan.MatchDecisions, loaded.MatchDecisions);
        Assert.Equal(bytes, await BytesAsync(loaded));
        return loaded;
    }

    private static string Text(MemoryStream bytes) => Encoding.UTF8.GetString(bytes.ToArray());

    private IEnumerable<string> Ids() => _store.Leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal);

    private Lead Lead(string id) => _store.Leads.Single(lead => lead.Lead.SellsyContactId == id).Lead;

    private ImportHost Host(
        ExistingLeadPolicy policy = ExistingLeadPolicy.Skip,
        ILeadMatcher? matcher = null,
        RepeatedContacts repeated = RepeatedContacts.FirstWins,
        ILeadSink? sink = null,
        ILeadRule? rules = null) => new(
        options => (options.ExistingLeads, options.RepeatedContacts) = (policy, repeated),
        services =>
        {
            services.AddSingleton(matcher ?? _matcher);
            if (rules is not null)
            {
                services.AddSingleton(rules);
            }
        },
        sink ?? _store);

    private class Fixed(ImmutableArray<string?> answers) : ILeadMatcher
    {
        public string Name => "fixed";

        public string Version => "1";

        public ValueTask<ImmutableArray<string?>> MatchAsync(
            string sellsyAccount, ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default) => new(answers);
    }

    private sealed class Nobody() : Fixed([]);

    private sealed class Everybody() : Fixed([]);

    private sealed class NoGris : ILeadRule
    {
        public string Name => "no gris";

        public string Version => "1";

        public ValueTask<ImmutableArray<ImportIssue>> CheckAsync(ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default) =>
            new([.. leads.Where(lead => lead.Lead.LastName == "Gris").Select(lead => new ImportIssue("Crm.Gris", IssueSeverity.Error) { Row = lead.Row })]);
    }
}
