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
        using var file = await SourceFile.OpenAsync(options.File, context.Cancellation);
        var planned = await PlanAsync(file.Source, users, context);
        await using var services = ImportServices.ForImport(options.Database);
        var report = await AddAsync(services, planned, users, context);
        context.HasImported = true;
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
            WriteJson(planned, report, clock.ElapsedMilliseconds, context);
        }

        planned.TellMissingUsers(context);
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
    private static async Task<PlannedImport> PlanAsync(ImportSource source, IReadOnlyList<CadenceUser> users, ConsoleContext context)
    {
        await using var services = await ImportServices.ForPreviewAsync(context.Options.Database, users, context.Cancellation);
        return await PlannedImport.FromAsync(services, source, context);
    }

    private static async Task WriteRejectedAsync(
        OutputFile rejected,
        ISellsyImporter importer,
        PlannedImport planned,
        ImportReport report,
        ConsoleContext context)
    {
        var rows = 0L;
        await rejected.WriteAsync(async stream =>
            rows = await importer.WriteRejectedRowsAsync(planned.Source, report, stream, context.Library, context.Cancellation));
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
        await statuses.WriteAsync(stream => StatusesFile.WriteAsync(stream, rows, planned.Plan.Mapping, context.Cancellation));
        context.Display.Line(context.Texts.StatusesWritten(statuses.Path));
    }

    private static void WriteJson(PlannedImport planned, ImportReport report, long elapsedMilliseconds, ConsoleContext context)
    {
        JsonAnswer.Write(writer =>
        {
            writer.WriteFormat(planned.Plan.Format, FileFindings.Of(planned), context.Library);
            writer.WriteMapping(planned.Plan.Mapping);
            writer.WriteUnmapped(UnmappedColumns.Of(planned.Overview, planned.Plan.Mapping));
            writer.WriteCounts(report.Counts);
            writer.WriteIssues(FileFindings.Counted(report.Issues, planned.Plan));
            writer.WriteString("importId", report.Import.ImportId);
            writer.WriteNumber("elapsedMs", elapsedMilliseconds);
        });
    }
}
