using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary>A file and its plan, which both preview and import make without writing anything.</summary>
internal sealed record PlannedImport(ImportSource Source, ExportOverview Overview, ImportPlan Plan)
{
    private const int RowsShown = 20;

    /// <summary>Opens a file, maps its columns and gives every row its status; or loads the plan that <c>--plan</c> names instead.</summary>
    /// <exception cref="SellsyImportException">The plan cannot be read, or is that of another file.</exception>
    public static async Task<PlannedImport> FromAsync(ImportServices services, ImportSource source, ConsoleContext context)
    {
        var (importer, display, cancellation) = (services.Importer, context.Display, context.Cancellation);
        var saved = context.Get(Options.Plan) is { } path ? await LoadPlanAsync(path, cancellation) : null;
        if (saved is not null)
        {
            // Reading a row detects a different file before anything is shown.
            await importer.ReadPreviewAsync(source, saved, cancellationToken: cancellation).FirstAsync(cancellation);
        }

        var profile = await ChosenMapping.LoadProfileAsync(context);
        var overrides = saved?.Overrides ?? ReadingOptions.Of(context, profile?.Overrides ?? ReadingOverrides.None);
        var overview = await importer.OpenAsync(source, overrides, cancellation);
        var (mapping, decisions) = saved is null ? ChosenMapping.From(profile, overview, context) : new(saved.Mapping, saved.Decisions);
        FileView.ShowFormat(display, overview);
        FileView.ShowMapping(display, overview, mapping);
        var options = new PreviewOptions { Decisions = decisions, Overrides = overrides, SellsyAccount = context.Get(Options.Account) };
        var plan = saved ?? await display.TrackAsync(progress => importer.PreviewAsync(source, mapping, options, progress, cancellation));
        plan = context.Get(Options.Existing) is { } policy ? plan.WithExistingLeads(policy) : plan;
        if (!context.IsJson)
        {
            await PlanView.ShowAsync(
                display, importer.ReadPreviewAsync(source, plan, cancellationToken: cancellation), plan, context.Get(Options.Shown) ?? RowsShown, cancellation);
        }

        return new(source, overview, plan);
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

    /// <summary>Explains, at the end of a successful run, why no row could have an owner.</summary>
    public static async Task ExplainMissingUsersAsync(ImportServices services, ConsoleContext context)
    {
        if ((await services.GetUsersAsync(context.Cancellation)).Count == 0)
        {
            Console.Error.WriteLine(Say(
                "Cadence n'a aucun utilisateur : donnez-en avec --users USERS.csv ou users add USERS.csv.",
                "Cadence has no user: give some with --users USERS.csv or users add USERS.csv."));
        }
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
            throw SourceFile.Unreadable(path, exception);
        }
    }
}
