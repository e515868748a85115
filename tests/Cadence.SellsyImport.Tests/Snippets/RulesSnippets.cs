using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of docs/rules.md.</summary>
public sealed class RulesSnippets
{
    private const string Export = "ID Sellsy;Prénom;Nom;E-mail;Propriétaire\n"
        + "1;Léa;Blanc;lea@blocked.example;Marie Durand\n2;;Noir;eric@exemple.example;Marie Durand\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_at_preview()
    {
        var services = new ServiceCollection();
        services.AddSellsyImport().AddRule<BlockedDomains>();
        services.AddSingleton(new CrmDatabase("lea@blocked.example"));
        services.AddSingleton<ILeadSink>(new InMemoryLeadSink());
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(ImportHost.Marie));
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var source = ImportHost.Source(Export);
        var overview = await importer.OpenAsync(source, Cancellation);

        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);

        Assert.Contains(plan.Issues, issue => issue is { Code: "Crm.Blocked", Severity: IssueSeverity.Error, Count: 1 });
    }

    [Fact]
    public async Task A_refusal_at_the_write()
    {
        var answers = await new FullCrm().AddLeadsAsync(
            new(new("i", "f", "h", "m", default), 1, [new(1, new() { SellsyContactId = "1" }, ImportHost.Marie)]), Cancellation);

        Assert.Equal("Crm.QuotaReached", Assert.Single(answers).Reason?.Code);
    }

    [Fact]
    public void Texts()
    {
        var spanishTexts = new Dictionary<string, string> { ["RowStatus.Active"] = "Activo" };

        var texts = ImportTexts.French.With(new Dictionary<string, string>
        {
            ["Issue.Crm.Blocked"] = "Domaine bloqué",
            ["IssueText.Crm.Blocked"] = "L'adresse {0} est d'un domaine bloqué.",
            ["LeadField.Score"] = "Score commercial",
        });
        var spanish = ImportTexts.English.ForLanguage("es", spanishTexts);

        Assert.Equal(
            "L'adresse a@b.example est d'un domaine bloqué.", texts.IssueText(new("Crm.Blocked", IssueSeverity.Error) { Arguments = ["a@b.example"] }));
        Assert.Equal(("Activo", "Error"), (spanish.Label(RowStatus.Active), spanish.Label(RowStatus.Error)));
    }

    [Fact]
    public async Task A_correction_and_a_mended_file()
    {
        using var host = new ImportHost();
        var (importer, source) = (host.Importer, ImportHost.Source(Export));
        var mapping = (await importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        {
            var corrections = Corrections.None
                .WithValue(column: 4, from: "J. Perrault", to: "Julien Perrault")
                .WithCell(row: 12, column: 2, text: "Fontanel")
                .WithExcluded(40, 41);
            var plan = await importer.PreviewAsync(source, mapping, new PreviewOptions { Corrections = corrections }, cancellationToken: Cancellation);
            Assert.Equal(1, plan.Counts.Error);
        }

        {
            var plan = await importer.PreviewAsync(source, mapping, cancellationToken: Cancellation);
            using var rejected = new MemoryStream();
            var mendedFile = ImportHost.Source("ID Sellsy;Prénom;Nom;E-mail;Propriétaire\n2;Éric;Noir;eric@exemple.example;Marie Durand\n");

            await importer.WriteRejectedRowsAsync(source, plan, rejected, ImportTexts.French, Cancellation);
            // … the person mends the file and saves it …
            var mended = await importer.ReadMendedRowsAsync(source, plan, mendedFile, Cancellation);
            plan = await importer.PreviewAsync(source, plan.Mapping, new PreviewOptions { Corrections = mended.Corrections }, cancellationToken: Cancellation);

            Assert.Contains("2;;Noir", Encoding.UTF8.GetString(rejected.ToArray()), StringComparison.Ordinal);
            Assert.Equal(0, plan.Counts.Error);
        }
    }

    internal sealed class CrmDatabase(params string[] blocked)
    {
        public ValueTask<HashSet<string>> FindBlockedAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(addresses.Where(blocked.Contains).ToHashSet());
        }
    }

    internal sealed class BlockedDomains(CrmDatabase database) : ILeadRule
    {
        public string Name => "blocked domains";

        public string Version => "1";

        public async ValueTask<ImmutableArray<ImportIssue>> CheckAsync(ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken)
        {
            var blocked = await database.FindBlockedAsync(leads.SelectMany(lead => lead.Lead.Emails).Select(email => email.Address), cancellationToken);
            return
            [
                .. from lead in leads
                   from email in lead.Lead.Emails
                   where blocked.Contains(email.Address)
                   select new ImportIssue("Crm.Blocked", IssueSeverity.Error) { Row = lead.Row, Field = "Email", Arguments = [email.Address] },
            ];
        }
    }

    private sealed class FullCrm : IAnsweringLeadSink
    {
        private readonly (bool IsFull, int Left) _quota = (true, 0);

        public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
            ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) => new(ImmutableArray<ExistingLead>.Empty);

        public ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            new([.. batch.Entries.Select(entry => _quota.IsFull
                ? LeadAnswer.Refused(new ImportIssue("Crm.QuotaReached", IssueSeverity.Error))
                : LeadEntryOutcome.Added)]);
    }
}
