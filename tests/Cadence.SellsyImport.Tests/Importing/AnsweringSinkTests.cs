using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Storage;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class AnsweringSinkTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;Propriétaire\n1;Léa;Blanc;Marie Durand\n2;Éric;Noir;Marie Durand\n3;Zoé;Gris;Marie Durand\n";

    private static readonly ImportIssue TooMany = new("Crm.TooManyLeads", IssueSeverity.Error) { Arguments = ["2"] };

    [Fact]
    public async Task A_lead_that_the_sink_refuses_is_an_error_with_the_reason_of_the_sink_and_the_others_are_added()
    {
        using var host = new ImportHost(sink: new Sink(entry => entry.Row == 2 ? LeadAnswer.Refused(TooMany) : LeadEntryOutcome.Added));

        var report = await host.ImportAsync(ImportHost.Source(Export));
        using var rejected = new MemoryStream();
        var texts = ImportTexts.English.With(new Dictionary<string, string> { ["IssueText.Crm.TooManyLeads"] = "The CRM takes {0} leads." });
        await host.Importer.WriteRejectedRowsAsync(ImportHost.Source(Export), report, rejected, texts, ImportHost.Cancellation);

        Assert.Equal((3, 2, 1), (report.Counts.Read, report.Counts.Added, report.Counts.Errors));
        Assert.Equal(RowOutcome.Error, report.OutcomeOf(2));
        Assert.Contains(report.Issues, issue => issue is { Code: "Crm.TooManyLeads", Count: 1, Severity: IssueSeverity.Error });
        Assert.Contains("2;Éric;Noir;Marie Durand;Error;The CRM takes 2 leads.", Encoding.UTF8.GetString(rejected.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_without_a_reason_or_with_a_mere_warning_and_a_reason_for_an_added_lead_break_the_contract()
    {
        LeadAnswer[] wrong =
        [
            LeadEntryOutcome.Refused,
            LeadAnswer.Refused(TooMany with { Severity = IssueSeverity.Warning }),
            new(LeadEntryOutcome.Added, TooMany),
            (LeadEntryOutcome)42,
            LeadEntryOutcome.Updated,
        ];
        foreach (var answer in wrong)
        {
            using var host = new ImportHost(sink: new Sink(_ => answer));

            var broken = await Assert.ThrowsAsync<SellsyImportException>(() => host.ImportAsync(ImportHost.Source(Export)));

            Assert.Equal(ErrorCodes.SeamContractBroken, broken.Code);
        }
    }

    [Fact]
    public async Task A_sink_of_two_methods_cannot_refuse_without_a_reason()
    {
        using var host = new ImportHost(sink: new BareSink(new Cadence.SellsyImport.Testing.InMemoryLeadSink()) { Outcomes = [LeadEntryOutcome.Refused, LeadEntryOutcome.Added, LeadEntryOutcome.Added] });

        var broken = await Assert.ThrowsAsync<SellsyImportException>(() => host.ImportAsync(ImportHost.Source(Export)));

        Assert.Equal(ErrorCodes.SeamContractBroken, broken.Code);
        Assert.Contains(nameof(IAnsweringLeadSink), broken.Message, StringComparison.Ordinal);
    }

    private sealed class Sink(Func<LeadEntry, LeadAnswer> answer) : IAnsweringLeadSink
    {
        public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
            ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) => new(ImmutableArray<ExistingLead>.Empty);

        public ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            new([.. batch.Entries.Select(answer)]);
    }
}
