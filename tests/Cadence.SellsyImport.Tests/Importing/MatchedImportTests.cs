using System.Text;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Preview;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>Imports with a row that was matched to an existing lead: interrupted, shown again, and without a person who was forgotten.</summary>
public sealed class MatchedImportTests
{
    private const string Export = "ID Sellsy;Prénom;Email;Propriétaire\n2;Éric;eric@exemple.example;Marie Durand\n901;Léa;lea@exemple.example;Marie Durand\n";

    private readonly InMemoryLedgerSink _store = new();

    public MatchedImportTests() => _store.PutLead(new() { SellsyContactId = "955", FirstName = "Lea" }, ImportHost.Marie);

    private static CancellationToken Cancellation => ImportHost.Cancellation;

    [Theory]
    [InlineData("955", 1)]
    [InlineData("901", 0)]
    public async Task A_person_whose_row_was_matched_is_in_no_plan_any_more(string id, long rows)
    {
        using var host = Host();
        var report = await AddAsync(host, await PreviewAsync(host, MatchDecisions.None.WithSame("901", "955")));
        var importId = report.Import.ImportId;
        Assert.Equal((1L, true), (report.Counts.Updated, await NamesAsync(importId, "955")));

        Assert.Equal(rows, await host.History.ForgetAsync(id, cancellationToken: Cancellation));

        Assert.Equal((false, false), (await NamesAsync(importId, "901"), await NamesAsync(importId, "955")));
        Assert.Equal(report.Counts, (await host.History.ReadReportAsync(importId, Cancellation)).Counts);
        Assert.Equal(rows, (await host.History.UndoAsync(importId, cancellationToken: Cancellation)).Forgotten);
    }

    [Fact]
    public async Task A_person_of_a_row_that_was_never_written_is_in_no_plan_any_more_and_other_matches_stay()
    {
        using var host = Host();
        var decisions = MatchDecisions.None.WithSame("901", "77").WithNew("300");
        var report = await AddAsync(host, await PreviewAsync(host, decisions));
        Assert.Equal(1, report.Counts.Errors);

        Assert.Equal(0, await host.History.ForgetAsync("955", cancellationToken: Cancellation));

        var importId = report.Import.ImportId;
        Assert.Equal((false, false, true), (await NamesAsync(importId, "901"), await NamesAsync(importId, "955"), await NamesAsync(importId, "300")));
        var kept = await host.History.ReadReportAsync(importId, Cancellation);
        Assert.Equal(RowStatus.Error, (await host.Importer.ReadReportAsync(ImportHost.Source(Export), kept, cancellationToken: Cancellation).ToListAsync(Cancellation))[1].Status);
    }

    [Fact]
    public async Task A_row_about_a_forgotten_person_that_was_not_written_yet_is_refused_when_the_import_is_resumed_and_creates_nobody()
    {
        using var host = Host();
        var plan = await PreviewAsync(host, MatchDecisions.None.ForOthers(MatchDecision.Same).WithSame("901", "955"));
        var importId = await StopAsync(host, plan);

        await host.History.ForgetAsync("955", cancellationToken: Cancellation);
        var report = await host.History.ResumeAsync(importId, ImportHost.Source(Export), cancellationToken: Cancellation);

        Assert.Equal((1L, 1L), (report.Counts.Added, report.Counts.Errors));
        Assert.Contains(report.Issues, issue => issue.Code == IssueCodes.VanishedSincePreview);
        Assert.Equal([("2", "Éric"), ("955", "Lea")], _store.Leads.Select(lead => (lead.Lead.SellsyContactId, lead.Lead.FirstName!)).Order());
    }

    [Fact]
    public async Task An_interrupted_import_is_shown_again_only_under_the_same_decisions()
    {
        using var host = Host();
        var same = MatchDecisions.None.WithSame("901", "955");
        var importId = await StopAsync(host, await PreviewAsync(host, same));

        var others = await PreviewAsync(host, MatchDecisions.None.WithNew("901"));
        var again = await PreviewAsync(host, same);
        var report = await AddAsync(host, again);

        Assert.Null(others.Interrupted);
        Assert.Equal(importId, again.Interrupted?.ImportId);
        Assert.Equal((importId, 1L, 1L), (report.Import.ImportId, report.Counts.Added, report.Counts.Updated));
        Assert.Equal("Léa", _store.Leads.Single(lead => lead.Lead.SellsyContactId == "955").Lead.FirstName);
    }

    /// <summary>Starts an import, and cancels it after its first row.</summary>
    private static async Task<string> StopAsync(ImportHost host, ImportPlan plan)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (value is { Stage: ImportStage.Adding, RowsRead: 1 })
            {
                stopping.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Importer.AddAsync(ImportHost.Source(Export), plan, progress: progress, cancellationToken: stopping.Token));
        return Assert.Single(await host.History.ReadAsync(Cancellation).ToListAsync(Cancellation)).Import.ImportId;
    }

    private static async Task<ImportPlan> PreviewAsync(ImportHost host, MatchDecisions decisions)
    {
        var source = ImportHost.Source(Export);
        var mapping = (await host.Importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        return await host.Importer.PreviewAsync(source, mapping, new PreviewOptions { MatchDecisions = decisions }, cancellationToken: Cancellation);
    }

    private static Task<ImportReport> AddAsync(ImportHost host, ImportPlan plan) =>
        host.Importer.AddAsync(ImportHost.Source(Export), plan, cancellationToken: Cancellation);

    private async Task<bool> NamesAsync(string importId, string id) =>
        Encoding.UTF8.GetString((await _store.ReadPlanAsync(importId, Cancellation)).Span).Contains($"\"{id}\"", StringComparison.Ordinal);

    private ImportHost Host() => new(
        options => (options.ExistingLeads, options.BatchSize) = (ExistingLeadPolicy.Overwrite, 1),
        services => services.AddSingleton<ILeadMatcher>(new EmailMatcher(("lea@exemple.example", "955"))),
        _store);
}
