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
        using var savedPlan = OutputFile.OpenOptional(context.Options.SavePlan);
        await using var services = await ImportServices.ForPreviewAsync(context.Database, users, context.Options.Repeated, context.Cancellation);
        var planned = await PlannedImport.FromAsync(services, file.Source, context);
        if (statuses is not null)
        {
            await WriteStatusesAsync(statuses, services.Importer, planned, context);
        }

        if (savedPlan is not null)
        {
            await savedPlan.WriteAsync(stream => planned.Plan.SaveAsync(stream, context.Cancellation));
            context.Display.Line(context.Texts.PlanSaved(savedPlan.Path));
        }

        if (context.Options.Json)
        {
            var changed = await planned.ReadChangesAsync(services.Importer, context.Options.Changes, context.Cancellation);
            WriteJson(planned, changed, clock.ElapsedMilliseconds, context);
        }

        planned.TellMissingUsers(context);
    }

    private static async Task WriteStatusesAsync(OutputFile statuses, ISellsyImporter importer, PlannedImport planned, ConsoleContext context)
    {
        var rows = importer.ReadPreviewAsync(planned.Source, planned.Plan, cancellationToken: context.Cancellation);
        await statuses.WriteAsync(stream => StatusesFile.WriteAsync(stream, rows, planned.Plan, context.Cancellation));
        context.Display.Line(context.Texts.StatusesWritten(statuses.Path));
    }

    private static void WriteJson(PlannedImport planned, IReadOnlyList<PreviewRow> changed, long elapsedMilliseconds, ConsoleContext context)
    {
        JsonAnswer.Write(writer =>
        {
            writer.WritePlan(planned.Plan, planned.Overview, context.Library);
            writer.WriteCounts(planned.Plan.Counts);
            writer.WriteIssues(FileFindings.Counted(planned.Plan.Issues, planned.Plan));
            writer.WriteNull("importId");
            writer.WriteNumber("elapsedMs", elapsedMilliseconds);
            writer.WriteExisting(planned.Plan);
            writer.WriteInterrupted(planned.Plan.Interrupted);
            writer.WriteChanges(changed);
        });
    }
}
