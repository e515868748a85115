using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Documents;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of docs/getting-started.md behind its first step, and what comes out of it.</summary>
public sealed class GettingStartedSnippets
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_steps_come_out_as_they_are_shown()
    {
        await using var provider = Provider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromBytes("contacts.csv", """
            ID Sellsy;Prénom;Nom;E-mail;Propriétaire
            1;Anne;Petit;anne@petit.example;Marie Durand
            2;Luc;Grand;luc@grand.example;Jean Inconnu
            """u8.ToArray());
        var overview = await importer.OpenAsync(source, Cancellation);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
        var steps = new Steps(new());

        steps.ShowMapping(overview);
        Assert.Equal(Shown("SellsyContactId <- ID Sellsy"), steps.Output());
        steps.ShowCauses(plan);
        Assert.Equal(Shown("1 rows from row 2"), steps.Output());
        var report = await importer.AddAsync(source, plan, cancellationToken: Cancellation);
        plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
        steps.ShowPolicies(plan);
        Assert.Equal(Shown("Skip: 0 updated"), steps.Output());
        Assert.Equal(1, (await Steps.FillAsync(importer, source, plan)).Counts.Unchanged);
        await steps.UndoAsync(provider, report);
        Assert.Equal(Shown("1 removed, 0 restored"), steps.Output());
    }

    [Fact]
    public async Task A_column_a_constant_and_a_decision()
    {
        await using var provider = Provider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromBytes("contacts.csv", "ID Sellsy;Prénom;Nom;Métier;Propriétaire\n1;Anne;Petit;Avocate;Paul Martin\n"u8.ToArray());
        var overview = await importer.OpenAsync(source, Cancellation);

        var mapping = overview.Suggestion.Mapping
            .WithColumn(LeadFields.JobPosition, overview.Column("Métier"))
            .WithConstant(LeadFields.Owner, "Marie Durand");

        var constant = await importer.PreviewAsync(source, mapping, cancellationToken: Cancellation);
        var undecided = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
        var decided = await Steps.DecideAsync(importer, source, overview.Suggestion.Mapping);

        Assert.Equal((1, 1, 1), (constant.Counts.Blank, undecided.Counts.Error, decided.Counts.Blank));
    }

    private static ServiceProvider Provider()
    {
        var services = new ServiceCollection();
        services.AddSellsyImport();
        services.AddSingleton<ILeadSink>(new InMemoryLedgerSink());
        services.AddSingleton<ICadenceUserProvider, CrmUsers>();
        return services.BuildServiceProvider();
    }

    /// <summary>The lines of the document that start as given, without their indentation.</summary>
    private static string Shown(string start) => string.Join(
        '\n',
        Repository.LinesOf(Repository.PathOf("docs", "getting-started.md"))
            .SkipWhile(line => !line.StartsWith($"    {start}", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line[4..]));

    /// <summary>The program of a newcomer.</summary>
    private sealed class Steps(StringWriter console)
    {
        private StringWriter Console => console;

        public string Output()
        {
            var text = console.ToString().ReplaceLineEndings("\n").TrimEnd();
            console.GetStringBuilder().Clear();
            return text;
        }

        public void ShowMapping(ExportOverview overview)
        {
            foreach (var assignment in overview.Suggestion.Mapping.Assignments)
            {
                Console.WriteLine($"{assignment.Field.Name} <- {assignment.Column?.Heading}");
            }
        }

        public void ShowCauses(ImportPlan plan)
        {
            foreach (var cause in plan.Causes)
            {
                Console.WriteLine($"{cause.Rows} rows from row {cause.FirstRow}: {ImportTexts.English.IssueTitle(cause.Code)} {cause.Argument}");
            }
        }

        public void ShowPolicies(ImportPlan plan)
        {
            foreach (var counts in plan.PolicyCounts)
            {
                Console.WriteLine($"{counts.Policy}: {counts.Updated} updated, {counts.Unchanged} unchanged, {counts.Skipped} skipped");
            }
        }

        public static async Task<ImportPlan> DecideAsync(ISellsyImporter importer, ImportSource source, FieldMapping mapping)
        {
            var decisions = OwnerDecisions.None.With("Paul Martin", userId: "u2");
            var plan = await importer.PreviewAsync(source, mapping, decisions);

            return plan;
        }

        public static async Task<ImportReport> FillAsync(ISellsyImporter importer, ImportSource source, ImportPlan plan)
        {
            var report = await importer.AddAsync(source, plan.WithExistingLeads(ExistingLeadPolicy.FillBlanks));

            return report;
        }

        public async Task UndoAsync(IServiceProvider provider, ImportReport report)
        {
            var history = provider.GetRequiredService<IImportHistory>();
            var undone = await history.UndoAsync(report.Import.ImportId);
            Console.WriteLine($"{undone.Removed} removed, {undone.Restored} restored, {undone.Kept} kept");
        }
    }

    internal sealed class CrmUsers : ICadenceUserProvider
    {
        public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) =>
            new([new("u1", "Marie", "Durand"), new("u2", "Paul", "Martin") { Email = "paul@cadence.example" }, new("u3", "Paul", "Martin")]);
    }
}
