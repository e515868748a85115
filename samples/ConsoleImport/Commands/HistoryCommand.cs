using System.Globalization;
using System.Text.Json.Nodes;
using Cadence.SellsyImport;
using ConsoleImport.CommandLine;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary><c>history</c>: the imports of the database, newest first. It reads only, and creates no database.</summary>
internal static class HistoryCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var imports = await ReadAsync(context);
        context.Display.Title(Say($"Imports de {context.Database.Name}", $"Imports of {context.Database.Name}"));
        Show(context.Display, imports);
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

    private static void Show(IDisplay display, IReadOnlyList<LedgerImport> imports)
    {
        if (imports.Count == 0)
        {
            display.Line(Say("Aucun import.", "No import."));
            return;
        }

        display.Table(
            [
                "Import", Say("Fichier", "File"), Say("Début (UTC)", "Started (UTC)"), Say("État", "State"), Say("Lignes", "Rows"),
                .. Enum.GetValues<RowOutcome>().Select(Library.Label),
            ],
            imports.Select(import => (string[])
            [
                import.Import.ImportId,
                import.Import.FileName,
                import.Import.StartedAt.UtcDateTime.ToString("u", CultureInfo.InvariantCulture),
                Library.Label(import.State),
                $"{import.Counts.Read}",
                .. Enum.GetValues<RowOutcome>().Select(outcome => $"{CountOf(import.Counts, outcome)}"),
            ]));
    }

    private static long CountOf(ImportCounts counts, RowOutcome outcome) => outcome switch
    {
        RowOutcome.Added => counts.Added,
        RowOutcome.Updated => counts.Updated,
        RowOutcome.Unchanged => counts.Unchanged,
        RowOutcome.Skipped => counts.Skipped,
        _ => counts.Errors,
    };
}
