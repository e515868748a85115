namespace Cadence.SellsyImport.Tool.Commands;

/// <summary><c>import FILE</c>: preview or saved plan, add the ticked rows, report. An interrupted import is resumed.</summary>
internal static class ImportCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var users = context.Get(Options.Users) is { } path ? UsersFile.Read(path) : UserList.None;
        var account = new ImportAccount(context);
        var source = await SourceFile.OpenAsync(context.Get(Options.File), context);
        var planned = await PlanAsync(source, users, context);
        await FreeMemoryAsync();
        await using var services = ImportServices.ForWriting(context.Database, context);
        var report = await AddAsync(services, planned, users, context);
        context.HasImported = true;
        await account.GiveAsync(services.Importer, source, planned.Overview, report);
        await PlannedImport.ExplainMissingUsersAsync(services, context);
    }

    /// <summary>Adds the given users, then the rows of a plan.</summary>
    public static async Task<ImportReport> AddAsync(
        ImportServices services,
        PlannedImport planned,
        UserList users,
        ConsoleContext context,
        string? startedBy = null)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        context.HasWritten = true;
        if (users.Users.Count > 0)
        {
            await context.Database.AddUsersAsync(services.Provider, users.Over(await services.GetUsersAsync(context.Cancellation)), context.Cancellation);
        }

        var options = new AddOptions { Selection = context.Get(Options.Rows) ?? RowSelection.All, StartedBy = startedBy };
        return await context.Display.TrackAsync(progress =>
            services.Importer.AddAsync(planned.Source, planned.Plan, options, progress, context.Cancellation));
    }

    /// <summary>Plans first, on services that cannot write: if the file, the mapping or the plan cannot be used, nothing has been created.</summary>
    private static async Task<PlannedImport> PlanAsync(ImportSource source, UserList users, ConsoleContext context)
    {
        await using var services = await ImportServices.ForPreviewAsync(context, users);
        return await PlannedImport.FromAsync(services, source, context);
    }

    /// <summary>Frees the memory of the preview of a large file before the import, which takes much longer.</summary>
    private static async Task FreeMemoryAsync()
    {
        // Otherwise the preview that has just ended would still be referenced from the stack.
        await Task.Yield();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
