using Microsoft.EntityFrameworkCore;

namespace EfCoreImport;

/// <summary>The commands of the sample.</summary>
internal sealed class Commands(ISellsyImporter importer, IImportHistory history, IDbContextFactory<CrmContext> contexts, TextWriter output)
{
    public const string Usage =
        """
        Usage: EfCoreImport [--Database=FILE] COMMAND
          sellers NAME …         adds sellers, each as "First Last", who can own contacts
          preview FILE [POLICY]  shows what an import of the export would do
          import FILE [POLICY]   adds it; POLICY is Skip (default), FillBlanks or Overwrite
          history                lists the imports
          undo ID                takes an import back
        """;

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string[] command, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await context.Database.MigrateAsync(cancellationToken);
        }

        return command switch
        {
            ["sellers", .. var names] when names.Length > 0 => await AddSellersAsync(names, cancellationToken),
            ["preview", var file] => await PreviewAsync(file, ExistingLeadPolicy.Skip, cancellationToken),
            ["preview", var file, var policy] when Enum.TryParse<ExistingLeadPolicy>(policy, out var known) => await PreviewAsync(file, known, cancellationToken),
            ["import", var file] => await ImportAsync(file, ExistingLeadPolicy.Skip, cancellationToken),
            ["import", var file, var policy] when Enum.TryParse<ExistingLeadPolicy>(policy, out var known) => await ImportAsync(file, known, cancellationToken),
            ["history"] => await ListAsync(cancellationToken),
            ["undo", var importId] => await UndoAsync(importId, cancellationToken),
            _ => Fail(Usage),
        };
    }

    private async Task<int> AddSellersAsync(string[] names, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var name in names)
        {
            var parts = name.Split(' ', 2);
            context.Add(new Seller { FirstName = parts[0], LastName = parts[^1] });
        }

        await context.SaveChangesAsync(cancellationToken);
        return 0;
    }

    private async Task<int> PreviewAsync(string file, ExistingLeadPolicy policy, CancellationToken cancellationToken)
    {
        var source = ImportSource.FromFile(file);
        var plan = await PlanAsync(source, policy, cancellationToken);
        await foreach (var row in importer.ReadPreviewAsync(source, plan, cancellationToken: cancellationToken))
        {
            var reasons = row.Issues.Select(ImportTexts.English.IssueText);
            await output.WriteLineAsync($"{row.Number} | {row.Lead?.SellsyContactId} | {ImportTexts.English.Label(row.Status)} | {string.Join(' ', reasons)}");
        }

        return 0;
    }

    private async Task<int> ImportAsync(string file, ExistingLeadPolicy policy, CancellationToken cancellationToken)
    {
        var source = ImportSource.FromFile(file);
        var plan = await PlanAsync(source, policy, cancellationToken);
        var report = await importer.AddAsync(source, plan, cancellationToken: cancellationToken);
        await output.WriteLineAsync($"Import {report.Import.ImportId}: {Text(report.Counts)}");
        return 0;
    }

    private async Task<int> ListAsync(CancellationToken cancellationToken)
    {
        await foreach (var import in history.ReadAsync(cancellationToken))
        {
            await output.WriteLineAsync($"{import.Import.ImportId} | {import.Import.FileName} | {import.State} | {Text(import.Counts)}");
        }

        return 0;
    }

    private async Task<int> UndoAsync(string importId, CancellationToken cancellationToken)
    {
        var undone = await history.UndoAsync(importId, cancellationToken: cancellationToken);
        await output.WriteLineAsync($"{undone.Removed} removed, {undone.Restored} restored, {undone.Kept} kept, {undone.Vanished} no longer there");
        return 0;
    }

    private async Task<ImportPlan> PlanAsync(ImportSource source, ExistingLeadPolicy policy, CancellationToken cancellationToken)
    {
        var overview = await importer.OpenAsync(source, cancellationToken);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: cancellationToken);
        return plan.WithExistingLeads(policy);
    }

    private int Fail(string text)
    {
        output.WriteLine(text);
        return 2;
    }

    private static string Text(ImportCounts counts) =>
        $"{counts.Read} read = {counts.Added} added + {counts.Updated} updated + {counts.Unchanged} unchanged + {counts.Skipped} skipped + {counts.Errors} errors";
}
