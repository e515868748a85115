using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary><c>preview FILE</c>: every row with its status. Nothing is written to the database, and a missing one is not created.</summary>
internal static class PreviewCommand
{
    private const int ChangesShown = 20;
    private const int ChangesInJson = 1_000;

    public static async Task RunAsync(ConsoleContext context)
    {
        var clock = Stopwatch.StartNew();
        var users = context.Get(Options.Users) is { } path ? UsersFile.Read(path) : UserList.None;
        var statuses = context.OpenOutput(Options.Statuses);
        var source = await SourceFile.OpenAsync(context.Get(Options.File), context);
        var savedPlan = context.OpenOutput(Options.SavePlan);
        await using var services = await ImportServices.ForPreviewAsync(context, users);
        var planned = await PlannedImport.FromAsync(services, source, context);
        var plan = planned.Plan;
        var isJson = context.IsJson;
        var changesRead = context.Get(Options.Changes) ?? (isJson ? ChangesInJson : ChangesShown);
        var changed = await planned.ReadChangesAsync(services.Importer, changesRead, context.Cancellation);
        PlanView.ShowChanges(context.Display, changed, plan);
        if (statuses is not null)
        {
            var rows = services.Importer.ReadPreviewAsync(source, plan, cancellationToken: context.Cancellation);
            await statuses.WriteAsync(stream => StatusesFile.WriteAsync(stream, rows, plan));
            context.Display.Line(Say($"Statut de chaque ligne écrit dans {statuses.Path}", $"Status of every row written to {statuses.Path}"));
        }

        if (savedPlan is not null)
        {
            await savedPlan.WriteAsync(stream => plan.SaveAsync(stream, context.Cancellation));
            context.Display.Line(Say($"Plan enregistré dans {savedPlan.Path}", $"Plan saved to {savedPlan.Path}"));
        }

        if (isJson)
        {
            var answer = Json(planned, changed, clock.ElapsedMilliseconds);
            if (context.Get(Options.JsonRows) is { } count)
            {
                var rows = services.Importer.ReadPreviewAsync(source, plan, cancellationToken: context.Cancellation).Take(count);
                answer["rowDetails"] = await JsonParts.RowsAsync(rows.Select(row => (row, Words.Of(row.Status), row.Issues)), plan.Mapping, context.Cancellation);
            }

            JsonAnswer.Write(answer);
        }

        await PlannedImport.ExplainMissingUsersAsync(services, context);
    }

    private static JsonObject Json(PlannedImport planned, IReadOnlyList<PreviewRow> changed, long elapsedMilliseconds)
    {
        var plan = planned.Plan;
        var answer = JsonParts.Plan(plan, planned.Overview, plan.Counts.Rows, JsonParts.Counts(plan.Counts), plan.Issues);
        answer["importId"] = null;
        answer["elapsedMs"] = elapsedMilliseconds;
        answer["existing"] = JsonParts.Existing(plan);
        answer["interrupted"] = plan.Interrupted is { } interrupted ? Json(interrupted) : null;
        var changes = changed.SelectMany(row => row.Changes, (row, change) => (Row: row, Change: change));
        answer["changes"] = JsonParts.Array(changes, entry => new JsonObject
        {
            ["row"] = entry.Row.Number,
            ["contactId"] = entry.Row.Lead?.SellsyContactId,
            ["field"] = entry.Change.Field,
            ["before"] = entry.Change.Before,
            ["after"] = entry.Change.After,
            ["isUnread"] = entry.Change.IsUnread,
        });
        return answer;
    }

    private static JsonObject Json(InterruptedImport import) => new()
    {
        ["importId"] = import.ImportId,
        ["startedAt"] = import.StartedAt.ToUniversalTime(),
        ["nextRow"] = import.NextRow,
        ["rows"] = $"{import.Selection}",
        ["counts"] = JsonParts.Counts(import.Counts),
    };
}
