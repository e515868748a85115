using System.Diagnostics;
using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;
using ConsoleImport.Users;

namespace ConsoleImport.Commands;

/// <summary><c>preview FILE</c>: every row with its status. Nothing is written to the database, which is not even created.</summary>
internal static class PreviewCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var clock = Stopwatch.StartNew();
        var users = context.Options.Users is { } path ? UsersFile.Read(path, context.Texts) : [];
        using var statuses = OutputFile.OpenOptional(context.Options.Statuses);
        using var file = await SourceFile.OpenAsync(context.Options.File, context.Cancellation);
        await using var services = await ImportServices.ForPreviewAsync(context.Options.Database, users, context.Cancellation);
        var planned = await PlannedImport.FromAsync(services, file.Source, context);
        if (statuses is not null)
        {
            await WriteStatusesAsync(statuses, services.Importer, planned, context);
        }

        if (context.Options.Json)
        {
            WriteJson(planned, clock.ElapsedMilliseconds, context);
        }

        planned.TellMissingUsers(context);
    }

    private static async Task WriteStatusesAsync(OutputFile statuses, ISellsyImporter importer, PlannedImport planned, ConsoleContext context)
    {
        var rows = importer.ReadPreviewAsync(planned.Source, planned.Plan, cancellationToken: context.Cancellation);
        await statuses.WriteAsync(stream => StatusesFile.WriteAsync(stream, rows, planned.Plan.Mapping, context.Cancellation));
        context.Display.Line(context.Texts.StatusesWritten(statuses.Path));
    }

    private static void WriteJson(PlannedImport planned, long elapsedMilliseconds, ConsoleContext context)
    {
        JsonAnswer.Write(writer =>
        {
            writer.WriteFormat(planned.Plan.Format, FileFindings.Of(planned), context.Library);
            writer.WriteMapping(planned.Plan.Mapping);
            writer.WriteUnmapped(UnmappedColumns.Of(planned.Overview, planned.Plan.Mapping));
            writer.WriteCounts(planned.Plan.Counts);
            writer.WriteIssues(FileFindings.Counted(planned.Plan.Issues, planned.Plan));
            writer.WriteNull("importId");
            writer.WriteNumber("elapsedMs", elapsedMilliseconds);
        });
    }
}
