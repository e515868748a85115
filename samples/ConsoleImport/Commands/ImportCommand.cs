using System.Diagnostics;
using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;
using ConsoleImport.Users;

namespace ConsoleImport.Commands;

/// <summary><c>import FILE</c>: preview, add the ticked rows, report.</summary>
internal static class ImportCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var clock = Stopwatch.StartNew();
        var options = context.Options;
        var users = options.Users is { } path ? UsersFile.Read(path, context.Texts) : [];
        using var statuses = OutputFile.OpenOptional(options.Statuses);
        using var rejected = OutputFile.OpenOptional(options.Report);
        var planned = await PlanAsync(users, context);
        await using var services = ImportServices.ForImport(options.Database);
        var report = await AddAsync(services, planned, users, context);
        new ReportPresenter(context.Display, context.Texts).Show(report, options.Database);
        if (rejected is not null)
        {
            await WriteRejectedAsync(rejected, services.Importer, planned, report, context);
        }

        if (statuses is not null)
        {
            await WriteStatusesAsync(statuses, services.Importer, planned, report, context);
        }

        if (options.Json)
        {
            WriteJson(planned, report, clock.ElapsedMilliseconds);
        }
    }

    /// <summary>Adds the rows of a plan, after the users that were given with it.</summary>
    public static async Task<ImportReport> AddAsync(
        ImportServices services,
        PlannedImport planned,
        IReadOnlyList<CadenceUser> users,
        ConsoleContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        context.HasWritten = true;
        if (users.Count > 0)
        {
            await services.Users.AddUsersAsync(users, context.Cancellation);
        }

        var options = new AddOptions { Selection = context.Options.Rows };
        return await context.Display.TrackAsync(progress =>
            services.Importer.AddAsync(planned.Source, planned.Plan, options, progress, context.Cancellation));
    }

    /// <summary>Previews first, on services that cannot write: where the file or the mapping cannot be used, nothing has been created.</summary>
    private static async Task<PlannedImport> PlanAsync(IReadOnlyList<CadenceUser> users, ConsoleContext context)
    {
        await using var services = await ImportServices.ForPreviewAsync(context.Options.Database, users, context.Cancellation);
        return await PlannedImport.FromAsync(services, context.Options.File, context);
    }

    private static async Task WriteRejectedAsync(
        OutputFile rejected,
        ISellsyImporter importer,
        PlannedImport planned,
        ImportReport report,
        ConsoleContext context)
    {
        var rows = await importer.WriteRejectedRowsAsync(planned.Source, report, rejected.Stream, context.Library, context.Cancellation);
        rejected.Complete();
        context.Display.Line(context.Texts.RejectedWritten(rows, rejected.Path));
    }

    private static async Task WriteStatusesAsync(
        OutputFile statuses,
        ISellsyImporter importer,
        PlannedImport planned,
        ImportReport report,
        ConsoleContext context)
    {
        var rows = importer.ReadReportAsync(planned.Source, report, cancellationToken: context.Cancellation);
        await StatusesFile.WriteAsync(statuses.Stream, rows, planned.Plan.Mapping, context.Cancellation);
        statuses.Complete();
        context.Display.Line(context.Texts.StatusesWritten(statuses.Path));
    }

    private static void WriteJson(PlannedImport planned, ImportReport report, long elapsedMilliseconds)
    {
        using var output = Console.OpenStandardOutput();
        JsonAnswer.Write(output, writer =>
        {
            writer.WriteFormat(planned.Plan.Format);
            writer.WriteMapping(planned.Plan.Mapping);
            writer.WriteUnmapped(UnmappedColumns.Of(planned.Overview, planned.Plan.Mapping));
            writer.WriteCounts(report.Counts);
            writer.WriteIssues(report.Issues);
            writer.WriteString("importId", report.Import.ImportId);
            writer.WriteNumber("elapsedMs", elapsedMilliseconds);
        });
    }
}
