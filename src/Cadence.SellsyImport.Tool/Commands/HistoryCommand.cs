using System.Globalization;
using System.Text.Json.Nodes;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary><c>history</c>: the imports of the database, newest first. It reads only, and creates no database.</summary>
internal static class HistoryCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var imports = await ReadAsync(context);
        Show(context.Display, Say($"Imports de {context.Database.Name}", $"Imports of {context.Database.Name}"), imports);
        if (context.Get(Options.Json))
        {
            JsonAnswer.Write(new()
            {
                ["imports"] = JsonParts.Array(imports, import => new JsonObject
                {
                    ["importId"] = import.Import.ImportId,
                    ["file"] = import.Import.FileName,
                    ["startedAt"] = import.Import.StartedAt.ToUniversalTime(),
                    ["state"] = Words.Of(import.State),
                    ["counts"] = JsonParts.Counts(import.Counts),
                }),
            });
        }
    }

    private static async Task<IReadOnlyList<LedgerImport>> ReadAsync(ConsoleContext context)
    {
        if (!await context.Database.ExistsAsync(context.Cancellation))
        {
            return [];
        }

        await using var services = ImportServices.ForReading(context.Database);
        return await services.History.ReadAsync(context.Cancellation).ToListAsync(context.Cancellation);
    }

    private static void Show(Display display, string title, IReadOnlyList<LedgerImport> imports)
    {
        if (imports.Count == 0)
        {
            display.Title(title);
            display.Line(Say("Aucun import.", "No import."));
            return;
        }

        display.Table(
            title,
            [
                "Import", Say("Fichier", "File"), Say("Début (UTC)", "Started (UTC)"), Say("État", "State"), Say("Lignes", "Rows"),
                Library.Label(RowOutcome.Skipped), Library.Label(RowOutcome.Added), Library.Label(RowOutcome.Updated), Library.Label(RowOutcome.Unchanged),
                Library.Label(RowOutcome.Error),
            ],
            imports.Select(import => new[]
            {
                import.Import.ImportId, import.Import.FileName, import.Import.StartedAt.UtcDateTime.ToString("u", CultureInfo.InvariantCulture),
                Library.Label(import.State), $"{import.Counts.Read}",
                $"{import.Counts.Skipped}", $"{import.Counts.Added}", $"{import.Counts.Updated}", $"{import.Counts.Unchanged}", $"{import.Counts.Errors}",
            }));
    }
}
