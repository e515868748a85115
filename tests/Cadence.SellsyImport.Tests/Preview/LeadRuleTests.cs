using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

public sealed class LeadRuleTests
{
    private const string Blocked = "Crm.Blocked";
    private const string Export = "ID Sellsy;Prénom;Nom;Email;Propriétaire\n"
        + "1;Léa;Blanc;lea@exemple.example;Marie Durand\n"
        + "2;Éric;Noir;eric@bloque.example;Marie Durand\n"
        + "3;;;x;Marie Durand\n"
        + "2;Éric;Noir;eric@autre.example;Marie Durand\n";

    [Fact]
    public async Task An_error_of_a_rule_is_in_preview_plan_report_and_rejected_file_and_the_write_does_not_ask_again()
    {
        var rule = new BlockedDomains();
        using var host = Host(rule);

        var plan = await host.PreviewAsync(ImportHost.Source(Export));
        var loaded = await ReloadedAsync(plan);
        var asked = rule.Asked.ToArray();
        var report = await AddAsync(host, loaded);
        var rows = await ReportAsync(host, report);
        var rejected = await RejectedAsync(host, report, ImportTexts.French.With(new Dictionary<string, string>
        {
            ["IssueText." + Blocked] = "Le domaine {0} est bloqué.",
        }));

        Assert.Equal([1L, 2L, 4L], asked);
        Assert.Equal(asked, rule.Asked);
        Assert.Equal(new StatusCounts(1, 0, 3), plan.Counts);
        Assert.Contains(plan.Issues, issue => issue is { Code: Blocked, Count: 1, Severity: IssueSeverity.Error });
        Assert.Equal([RowStatus.Success, RowStatus.Error, RowStatus.Error, RowStatus.Error], rows.Select(row => row.Status));
        Assert.Equal(Blocked, Assert.Single(rows[1].Issues).Code);
        Assert.Contains("Le domaine bloque.example est bloqué.", rejected, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single(host.Sink.Leads).Lead.SellsyContactId);
    }

    [Fact]
    public async Task A_warning_of_a_rule_is_shown_and_the_row_is_added()
    {
        using var host = Host(new BlockedDomains { Severity = IssueSeverity.Warning });

        var plan = await host.PreviewAsync(ImportHost.Source(Export));
        var report = await AddAsync(host, plan);

        Assert.Equal(2, report.Counts.Added);
        Assert.Contains(report.Issues, issue => issue is { Code: Blocked, Count: 1, Severity: IssueSeverity.Warning });
    }

    [Fact]
    public async Task A_rule_is_asked_for_at_most_2048_leads_at_a_time_and_the_plan_is_that_of_a_host_without_it()
    {
        var export = Export + string.Concat(Enumerable.Range(100, 5_000).Select(id => $"{id};Zoé;Gris;zoe{id}@exemple.example;Marie Durand\n"));
        var rule = new BlockedDomains { Domain = "nobody.example" };
        using var host = Host(rule);
        using var plain = Host();

        var plan = await host.PreviewAsync(ImportHost.Source(export));
        var expected = await plain.PreviewAsync(ImportHost.Source(export));

        Assert.Equal([2_047, 2_048, 908], rule.Questions);
        Assert.Equal(expected.Counts, plan.Counts);
        Assert.Equal(expected.Issues, plan.Issues);
        Assert.NotEqual(expected.SettingsHash, plan.SettingsHash);
    }

    [Fact]
    public async Task A_plan_made_under_another_version_of_a_rule_is_refused()
    {
        using var host = Host(new BlockedDomains());
        using var later = Host(new BlockedDomains { Version = "2" });
        var plan = await host.PreviewAsync(ImportHost.Source(Export));

        var refused = await Assert.ThrowsAsync<SellsyImportException>(() => AddAsync(later, plan));

        Assert.Equal(ErrorCodes.PlanOfOtherSettings, refused.Code);
    }

    [Theory]
    [InlineData(7, IssueSeverity.Error)]
    [InlineData(3, IssueSeverity.Error)]
    [InlineData(2, (IssueSeverity)9)]
    public async Task An_issue_of_a_row_that_was_not_given_or_of_no_severity_breaks_the_contract(long row, IssueSeverity severity)
    {
        using var host = Host(new BlockedDomains { Row = row, Severity = severity });

        var broken = await Assert.ThrowsAsync<SellsyImportException>(() => host.PreviewAsync(ImportHost.Source(Export)));

        Assert.Equal(ErrorCodes.SeamContractBroken, broken.Code);
    }

    private static async Task<ImportPlan> ReloadedAsync(ImportPlan plan)
    {
        using var bytes = new MemoryStream();
        await plan.SaveAsync(bytes, TestContext.Current.CancellationToken);
        bytes.Position = 0;
        return await ImportPlan.LoadAsync(bytes, TestContext.Current.CancellationToken);
    }

    private static Task<ImportReport> AddAsync(ImportHost host, ImportPlan plan) =>
        host.Importer.AddAsync(ImportHost.Source(Export), plan, cancellationToken: ImportHost.Cancellation);

    private static async Task<List<ReportRow>> ReportAsync(ImportHost host, ImportReport report)
    {
        var rows = new List<ReportRow>();
        await foreach (var row in host.Importer.ReadReportAsync(ImportHost.Source(Export), report, cancellationToken: ImportHost.Cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static async Task<string> RejectedAsync(ImportHost host, ImportReport report, ImportTexts texts)
    {
        using var destination = new MemoryStream();
        await host.Importer.WriteRejectedRowsAsync(ImportHost.Source(Export), report, destination, texts, ImportHost.Cancellation);
        return Encoding.UTF8.GetString(destination.ToArray());
    }

    private static ImportHost Host(params ILeadRule[] rules) => new(register: services =>
    {
        foreach (var rule in rules)
        {
            services.AddSingleton(rule);
        }
    });

    [Fact]
    public async Task An_issue_of_a_rule_without_one_of_its_texts_is_refused_before_anything_is_kept_of_it()
    {
        using var host = Host(new BlockedDomains { Argument = null });

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => host.PreviewAsync(ImportHost.Source(Export)));

        Assert.Equal((ErrorCodes.SeamContractBroken, nameof(ILeadRule)), (exception.Code, exception.Arguments[0]));
    }

    private sealed class BlockedDomains : ILeadRule
    {
        public string Name => "blocked domains";

        public string Version { get; init; } = "1";

        public string Domain { get; init; } = "bloque.example";

        public IssueSeverity Severity { get; init; } = IssueSeverity.Error;

        public long? Row { get; init; }

        public string? Argument { get; init; } = "bloque.example";

        public List<long> Asked { get; } = [];

        public List<int> Questions { get; } = [];

        public ValueTask<ImmutableArray<ImportIssue>> CheckAsync(ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default)
        {
            Asked.AddRange(leads.Select(lead => lead.Row));
            Questions.Add(leads.Length);
            return ValueTask.FromResult<ImmutableArray<ImportIssue>>(
            [
                .. from lead in leads
                   where lead.Lead.Emails.Any(email => email.Address.EndsWith($"@{Domain}", StringComparison.Ordinal))
                   select new ImportIssue(Blocked, Severity) { Row = Row ?? lead.Row, Arguments = [Argument!] },
            ]);
        }
    }
}
