using Cadence.SellsyImport;
using ConsoleImport.CommandLine;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary>A file with its mapping and its plan: what preview and import both make, without writing anything.</summary>
internal sealed record PlannedImport(ImportSource Source, ExportOverview Overview, ImportPlan Plan, bool HasUsers)
{
    public static async Task<PlannedImport> FromAsync(ImportServices services, ImportSource source, ConsoleContext context)
    {
        var importer = services.Importer;
        var overview = await importer.OpenAsync(source, context.Cancellation);
        var chosen = await ChosenMapping.FromAsync(overview, context);
        ShowFile(overview, chosen.Mapping, context);
        var plan = await context.Display.TrackAsync(progress =>
            importer.PreviewAsync(source, chosen.Mapping, chosen.Decisions, progress, context.Cancellation));
        return await ShownAsync(services, new(source, overview, UnderPolicy(plan, context), await HasUsersAsync(services, context)), context);
    }

    /// <summary>Takes a plan that a preview saved, of this file and of no other.</summary>
    /// <exception cref="SellsyImportException">The plan cannot be read, or is that of another file.</exception>
    public static async Task<PlannedImport> LoadAsync(ImportServices services, SourceFile file, string path, ConsoleContext context)
    {
        var plan = await SavedPlanFile.LoadAsync(path, context.Cancellation);

        // Reading a row refuses another file before anything is shown.
        await services.Importer.ReadPreviewAsync(file.Source, plan, cancellationToken: context.Cancellation).FirstAsync(context.Cancellation);
        var overview = await services.Importer.OpenAsync(file.Source, context.Cancellation);
        ShowFile(overview, plan.Mapping, context);
        return await ShownAsync(services, new(file.Source, overview, UnderPolicy(plan, context), HasUsers: true), context);
    }

    /// <summary>The rows that would change their lead, from the first row that could.</summary>
    public async Task<IReadOnlyList<PreviewRow>> ReadChangesAsync(ISellsyImporter importer, int rows, CancellationToken cancellationToken)
    {
        var updated = Plan.PolicyCounts.First(counts => counts.Policy == Plan.ExistingLeads).Updated;
        if (updated == 0 || rows == 0)
        {
            return [];
        }

        var first = 1L;
        while (Plan.StatusOf(first) != RowStatus.Active)
        {
            first++;
        }

        return await importer.ReadPreviewAsync(Source, Plan, first, cancellationToken)
            .Where(row => !row.Changes.IsEmpty)
            .Take((int)Math.Min(rows, updated))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Says at the end of a run that went well why no row could have an owner.</summary>
    public void TellMissingUsers(ConsoleContext context)
    {
        if (!HasUsers)
        {
            context.Messages.WriteLine(context.Texts.UsersNone);
        }
    }

    private static ImportPlan UnderPolicy(ImportPlan plan, ConsoleContext context) =>
        context.Options.Existing is { } policy ? plan.WithExistingLeads(policy) : plan;

    private static async Task<bool> HasUsersAsync(ImportServices services, ConsoleContext context) =>
        (await services.GetUsersAsync(context.Cancellation)).Count > 0;

    private static void ShowFile(ExportOverview overview, FieldMapping mapping, ConsoleContext context)
    {
        var presenter = new MappingPresenter(context.Display, context.Texts);
        presenter.ShowFormat(overview);
        presenter.ShowMapping(overview, mapping);
    }

    private static async Task<PlannedImport> ShownAsync(ImportServices services, PlannedImport planned, ConsoleContext context)
    {
        if (!context.Options.Json)
        {
            var rows = services.Importer.ReadPreviewAsync(planned.Source, planned.Plan, cancellationToken: context.Cancellation);
            await new PlanPresenter(context.Display, context.Texts).ShowAsync(rows, planned.Plan, context.Cancellation);
            if (context.Options.Command == ConsoleCommand.Preview)
            {
                var changed = await planned.ReadChangesAsync(services.Importer, context.Options.Changes, context.Cancellation);
                new ChangesPresenter(context.Display, context.Texts).Show(changed, planned.Plan);
            }
        }

        return planned;
    }
}
