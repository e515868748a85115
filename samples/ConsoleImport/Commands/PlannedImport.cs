using Cadence.SellsyImport;
using ConsoleImport.CommandLine;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary>A file and its plan: what preview and import both make, without writing anything.</summary>
internal sealed record PlannedImport(ImportSource Source, ExportOverview Overview, ImportPlan Plan)
{
    /// <summary>Opens a file, maps its columns and gives every row its status.</summary>
    public static async Task<PlannedImport> FromAsync(ImportServices services, ImportSource source, ConsoleContext context)
    {
        var overview = await services.Importer.OpenAsync(source, context.Cancellation);
        var (mapping, decisions) = await ChosenMapping.FromAsync(overview, context);
        FileView.ShowFormat(context.Display, overview);
        FileView.ShowMapping(context.Display, overview, mapping);
        var plan = await context.Display.TrackAsync(progress =>
            services.Importer.PreviewAsync(source, mapping, decisions, progress, context.Cancellation));
        return await ShownAsync(services, new(source, overview, UnderPolicy(plan, context)), context);
    }

    /// <summary>Takes a plan that a preview saved, of this file and of no other.</summary>
    /// <exception cref="SellsyImportException">The plan cannot be read, or is that of another file.</exception>
    public static async Task<PlannedImport> LoadAsync(ImportServices services, ImportSource source, string path, ConsoleContext context)
    {
        var plan = await LoadPlanAsync(path, context.Cancellation);

        // Reading a row refuses another file before anything is shown.
        await services.Importer.ReadPreviewAsync(source, plan, cancellationToken: context.Cancellation).FirstAsync(context.Cancellation);
        var overview = await services.Importer.OpenAsync(source, context.Cancellation);
        FileView.ShowFormat(context.Display, overview);
        FileView.ShowMapping(context.Display, overview, plan.Mapping);
        return await ShownAsync(services, new(source, overview, UnderPolicy(plan, context)), context);
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
    public static async Task ExplainMissingUsersAsync(ImportServices services, ConsoleContext context)
    {
        if ((await services.GetUsersAsync(context.Cancellation)).Count == 0)
        {
            Console.Error.WriteLine(Say(
                "Cadence n'a aucun utilisateur : donnez-en avec --users USERS.csv ou users add USERS.csv.",
                "Cadence has no user: give some with --users USERS.csv or users add USERS.csv."));
        }
    }

    private static ImportPlan UnderPolicy(ImportPlan plan, ConsoleContext context) =>
        context.Get(Options.Existing) is { } policy ? plan.WithExistingLeads(policy) : plan;

    private static async Task<PlannedImport> ShownAsync(ImportServices services, PlannedImport planned, ConsoleContext context)
    {
        if (!context.Get(Options.Json))
        {
            var rows = services.Importer.ReadPreviewAsync(planned.Source, planned.Plan, cancellationToken: context.Cancellation);
            await PlanView.ShowAsync(context.Display, rows, planned.Plan, context.Cancellation);
        }

        return planned;
    }

    private static async Task<ImportPlan> LoadPlanAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = Directory.Exists(path) ? throw new SellsyImportException(ErrorCodes.FileIsDirectory, path) : File.OpenRead(path);
            return await ImportPlan.LoadAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Unreadable(path, exception);
        }
    }
}
