using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Documents;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of the pages under docs/how-to that no sample has, and what comes out of it.</summary>
public sealed class HowToSnippets
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fields_of_your_own()
    {
        var (services, sink) = (new ServiceCollection(), new InMemoryLeadSink());

        services.AddSellsyImport(options =>
        {
            options.Fields.Add(new LeadField("Score", LeadFieldKind.Number) { Aliases = ["score client"] });
            options.Fields.Change("LastName", field => field with { IsMandatory = true });
            options.KeepUnmappedColumns = true;
        });

        var (importer, source) = Host(services, "own-field.md", sink);
        var overview = await importer.OpenAsync(source, Cancellation);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
        await importer.AddAsync(source, plan, cancellationToken: Cancellation);
        var rows = await importer.ReadPreviewAsync(source, plan, cancellationToken: Cancellation).ToListAsync(Cancellation);

        var lead = Assert.Single(sink.Leads).Lead;
        Assert.Equal(("Score", "12.5"), (lead.CustomValues[0].Name, lead.CustomValues[0].Text));
        Assert.Equal(("Couleur", "bleu"), (lead.UnmappedValues[0].Name, lead.UnmappedValues[0].Text));
        Assert.Equal(
            ShownIn("own-field.md").Where(line => line.StartsWith("2: ", StringComparison.Ordinal)),
            rows[1].Issues.OrderByDescending(issue => issue.Severity == IssueSeverity.Error).Select(issue => $"2: {issue.Severity} {TextOf(issue)}"));

        static string TextOf(ImportIssue issue) => ImportTexts.French.With(new Dictionary<string, string> { ["LeadField.Score"] = "Score" }).IssueText(issue);
    }

    [Fact]
    public async Task A_second_match()
    {
        var (services, sink) = (new ServiceCollection(), new InMemoryLedgerSink());
        sink.PutLead(new() { SellsyContactId = "7", FirstName = "Anna" }, new("u1", "Marie", "Durand"));
        services.AddSingleton(new LeadDirectory(new() { ["anne@exemple.example"] = "7" }));
        services.AddSellsyImport(options => options.ExistingLeads = ExistingLeadPolicy.Overwrite).UseMatcher<SameEmail>();
        var (importer, source) = Host(services, "second-match.md", sink);
        var mapping = (await importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        var open = await importer.PreviewAsync(source, mapping, cancellationToken: Cancellation);
        var undecided = await importer.ReadPreviewAsync(source, open, cancellationToken: Cancellation).FirstAsync(Cancellation);

        var decisions = MatchDecisions.None.WithSame("101", "7").ForOthers(MatchDecision.New);
        var plan = await importer.PreviewAsync(source, mapping, new PreviewOptions { MatchDecisions = decisions }, cancellationToken: Cancellation);

        await importer.AddAsync(source, plan, cancellationToken: Cancellation);
        Assert.Equal(ShownIn("second-match.md"), undecided.Issues.Select(issue => $"1: {issue.Severity} {ImportTexts.English.IssueText(issue)}"));
        Assert.Equal((1L, 1L), (plan.Counts.Active, plan.Counts.Blank));
        Assert.Equal([("102", "Luc"), ("7", "Anne")], sink.Leads.Select(lead => (lead.Lead.SellsyContactId, lead.Lead.FirstName!)).Order());
    }

    [Fact]
    public async Task Undo()
    {
        var (services, sink) = (new ServiceCollection(), new InMemoryLedgerSink());
        sink.PutLead(new() { SellsyContactId = "3", FirstName = "Léa", LastName = "Noir" }, new("u1", "Marie", "Durand"));
        services.AddSellsyImport(options => options.ExistingLeads = ExistingLeadPolicy.Overwrite);
        var (importer, source) = Host(services, "undo.md", sink);
        var mapping = (await importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        var report = await importer.AddAsync(source, await importer.PreviewAsync(source, mapping, cancellationToken: Cancellation), cancellationToken: Cancellation);
        sink.EditLead("2", lead => lead with { LastName = "Legrand" });
        var console = new StringWriter();

        await new UndoProgram(console).RunAsync(services.BuildServiceProvider(), report.Import.ImportId, Cancellation);

        var shown = ShownIn("undo.md", after: "and Luc stays as he is:");
        var written = console.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal(shown, written[..2]);
        Assert.Equal([$"{report.Import.ImportId} contacts.csv: Undone, 2 added, 1 updated"], written[2..]);
        Assert.Equal([("2", "Legrand"), ("3", "Noir")], sink.Leads.Select(lead => (lead.Lead.SellsyContactId, lead.Lead.LastName!)).Order());
        var again = await importer.AddAsync(source, await importer.PreviewAsync(source, mapping, cancellationToken: Cancellation), cancellationToken: Cancellation);
        Assert.Equal((1L, 2L), (again.Counts.Added, again.Counts.Updated));
    }

    [Fact]
    public void Languages()
    {
        var own = ImportTexts.French.With(new Dictionary<string, string> { ["RowStatus.Active"] = "Déjà client" });
        var spanish = ImportTexts.English.ForLanguage("es", new Dictionary<string, string>
        {
            ["RowStatus.Active"] = "Activo",
            ["IssueText.MandatoryBlank"] = "El campo es obligatorio y está vacío. Complételo.",
            ["LeadField.FirstName"] = "Nombre",
        });

        var issue = new ImportIssue(IssueCodes.MandatoryBlank, IssueSeverity.Error) { Field = "FirstName" };
        Assert.Equal("Déjà client", own.Label(RowStatus.Active));
        Assert.Equal(["Prénom : Le champ est obligatoire et vide. Complétez-le.", "Nombre: El campo es obligatorio y está vacío. Complételo."], ShownIn("own-language.md"));
        Assert.Equal(ShownIn("own-language.md"), new[] { own.IssueText(issue), spanish.IssueText(issue) });
    }

    [Fact]
    public async Task Correct_and_import_again()
    {
        var services = new ServiceCollection();
        services.AddSellsyImport();
        var (importer, source) = Host(services, "correct-and-import-again.md", new InMemoryLeadSink());
        var mapping = (await importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        var first = await importer.PreviewAsync(source, mapping, cancellationToken: Cancellation);
        var report = await importer.AddAsync(source, first, cancellationToken: Cancellation);
        using var rejected = new MemoryStream();

        await importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.French, Cancellation);

        var corrections = Corrections.None
            .WithValue(column: 3, from: "M. Durand", to: "Marie Durand")
            .WithCell(row: 2, column: 1, text: "Luc");
        var plan = await importer.PreviewAsync(source, mapping, new PreviewOptions { Corrections = corrections }, cancellationToken: Cancellation);

        Assert.Equal(ShownIn("correct-and-import-again.md", after: "columns more."), Encoding.UTF8.GetString(rejected.ToArray()).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd().Split('\n'));
        Assert.Equal(0, plan.Counts.Error);
    }

    [Fact]
    public async Task A_file_of_another_program()
    {
        var services = new ServiceCollection();
        services.AddSellsyImport();
        var (importer, _) = Host(services, "another-programs-file.md", new InMemoryLeadSink());
        var source = ImportSource.FromBytes("contacts.csv", "ID;Nom;Petit nom;Propriétaire\n1;Petit;Anne;Marie Durand\n"u8.ToArray());
        var overview = await importer.OpenAsync(source, Cancellation);
        var answer = "";
        try
        {
            await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
        }
        catch (SellsyImportException exception) when (exception.Code is ErrorCodes.ExportOfAnotherProgram or ErrorCodes.MandatoryFieldsNotMapped)
        {
            answer = ImportTexts.English.ErrorText(exception.Code, exception.Arguments);
        }

        var mapping = overview.Suggestion.Mapping
            .WithColumn(LeadFields.SellsyContactId, overview.Column("ID"))
            .WithColumn(LeadFields.FirstName, overview.Column("Petit nom"));

        Assert.Equal(ShownIn("another-programs-file.md", after: "without a contact id:"), new[] { answer });
        Assert.Equal(1, (await importer.PreviewAsync(source, mapping, cancellationToken: Cancellation)).Counts.Blank);
    }

    [Fact]
    public async Task The_file_of_another_program_is_refused_by_the_name_of_the_program()
    {
        var services = new ServiceCollection();
        services.AddSellsyImport();
        var (importer, source) = Host(services, "another-programs-file.md", new InMemoryLeadSink());

        var refused = await Assert.ThrowsAsync<SellsyImportException>(() => importer.OpenAsync(source, Cancellation));

        Assert.Equal((ErrorCodes.ExportOfAnotherProgram, "Pipedrive"), (refused.Code, refused.Arguments[1]));
    }

    /// <summary>The first lines that a page shows as a file.</summary>
    private static (ISellsyImporter Importer, ImportSource Source) Host(ServiceCollection services, string page, ILeadSink sink)
    {
        services.AddSingleton(sink);
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(new CadenceUser("u1", "Marie", "Durand")));
        var export = string.Join('\n', ShownIn(page, after: ":")) + "\n";
        return (services.BuildServiceProvider().GetRequiredService<ISellsyImporter>(), ImportSource.FromBytes("contacts.csv", Encoding.UTF8.GetBytes(export)));
    }

    /// <summary>The indented lines of a page behind a line of text; without one the last that it shows.</summary>
    private static string[] ShownIn(string page, string? after = null)
    {
        var lines = Repository.LinesOf(Repository.PathOf("docs", "how-to", page));
        var isCode = false;
        var blocks = new List<(string Before, List<string> Lines)>();
        var before = "";
        foreach (var line in lines)
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && line.StartsWith("    ", StringComparison.Ordinal))
            {
                if (blocks.Count == 0 || before.Length > 0)
                {
                    blocks.Add((before, []));
                    before = "";
                }

                blocks[^1].Lines.Add(line[4..]);
            }
            else if (line.Length > 0)
            {
                before = line;
            }
        }

        return [.. (after is null ? blocks[^1] : blocks.First(block => block.Before.EndsWith(after, StringComparison.Ordinal))).Lines];
    }

    internal sealed class LeadDirectory(Dictionary<string, string> idByEmail)
    {
        public ValueTask<Dictionary<string, string>> FindAsync(string sellsyAccount, IEnumerable<string> emails, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(sellsyAccount.Length > 0 ? [] : emails.Where(idByEmail.ContainsKey).Distinct().ToDictionary(email => email, email => idByEmail[email]));
        }
    }

    internal sealed class SameEmail(LeadDirectory directory) : ILeadMatcher
    {
        public string Name => "same e-mail";

        public string Version => "1";

        public async ValueTask<ImmutableArray<string?>> MatchAsync(
            string sellsyAccount, ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default)
        {
            var idByEmail = await directory.FindAsync(sellsyAccount, leads.SelectMany(lead => lead.Lead.Emails).Select(email => email.Address), cancellationToken);
            return [.. leads.Select(lead => lead.Lead.Emails.Select(email => idByEmail.GetValueOrDefault(email.Address)).FirstOrDefault(id => id is not null))];
        }
    }

    /// <summary>A program that undoes an import, and lists the imports.</summary>
    private sealed class UndoProgram(StringWriter console)
    {
        private StringWriter Console => console;

        public async Task RunAsync(IServiceProvider provider, string importId, CancellationToken cancellationToken)
        {
            var history = provider.GetRequiredService<IImportHistory>();
            var undone = await history.UndoAsync(importId, cancellationToken: cancellationToken);
            Console.WriteLine($"{undone.Removed} removed, {undone.Restored} restored, {undone.Kept} kept, {undone.Vanished} vanished, {undone.Forgotten} forgotten");
            foreach (var lead in undone.Exceptions)
            {
                Console.WriteLine($"row {lead.Row}: {lead.Outcome}. {string.Join(" ", lead.Issues.Select(ImportTexts.English.IssueText))}");
            }

            await foreach (var import in history.ReadAsync(cancellationToken))
            {
                Console.WriteLine($"{import.Import.ImportId} {import.Import.FileName}: {import.State}, {import.Counts.Added} added, {import.Counts.Updated} updated");
            }
        }
    }
}
