using System.Diagnostics;
using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Users;

namespace ConsoleImport.Commands;

/// <summary><c>import FILE</c>: preview or saved plan, add the ticked rows, report. An import that was interrupted goes on.</summary>
internal static class ImportCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var clock = Stopwatch.StartNew();
        var options = context.Options;
        var users = options.Users is { } path ? UsersFile.Read(path, context.Texts) : [];
        using var account = ImportAccount.Open(context);
        using var file = await SourceFile.OpenAsync(options.File, context.Cancellation);
        var planned = await PlanAsync(file, users, context);
        await GiveBackMemoryAsync();
        await using var services = ImportServices.ForWriting(context.Database);
        var report = await AddAsync(services, planned, users, context);
        await account.TellAsync(services.Importer, planned.Source, planned.Overview, report, clock);
        planned.TellMissingUsers(context);
    }

    /// <summary>Adds the rows of a plan, after the users that were given with it.</summary>
    public static async Task<ImportReport> AddAsync(
        ImportServices services,
        PlannedImport planned,
        IReadOnlyList<CadenceUser> users,
        ConsoleContext context,
        string? startedBy = null)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        context.HasWritten = true;
        if (users.Count > 0)
        {
            await services.AddUsersAsync(users, context.Cancellation);
        }

        var options = new AddOptions { Selection = context.Options.Rows, StartedBy = startedBy };
        return await context.Display.TrackAsync(progress =>
            services.Importer.AddAsync(planned.Source, planned.Plan, options, progress, context.Cancellation));
    }

    /// <summary>Plans first, on services that cannot write: where the file, the mapping or the plan cannot be used, nothing has been created.</summary>
    private static async Task<PlannedImport> PlanAsync(SourceFile file, IReadOnlyList<CadenceUser> users, ConsoleContext context)
    {
        await using var services = await ImportServices.ForPreviewAsync(context.Database, users, context.Options.Repeated, context.Cancellation);
        return context.Options.Plan is { } plan
            ? await PlannedImport.LoadAsync(services, file, plan, context)
            : await PlannedImport.FromAsync(services, file.Source, context);
    }

    /// <summary>What the preview of a large file needed is not carried along through the import, which takes much longer.</summary>
    private static async Task GiveBackMemoryAsync()
    {
        // Else the preview that has just ended would still be on the stack below.
        await Task.Yield();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
