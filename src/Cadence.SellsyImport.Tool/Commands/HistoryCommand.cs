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
        if (context.IsJson)
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
                    ["node"] = import.Node,
                    ["rowsPerSecond"] = import.RowsPerSecond,
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

        var length = ImportReference.LengthOf(imports);
        display.Entries(
            title,
            ["Import", Say("Début (UTC)", "Started (UTC)"), Say("État", "State"), Say("Fichier", "File")],
            [.. imports.Select(import => (
                new Cell[] { ShortOf(import.Import.ImportId, length), StartOf(import), new(Library.Label(import.State), ToneOf(import.State)), import.Import.FileName },
                DetailsOf(import).ToArray()))]);
    }

    private static IEnumerable<string> DetailsOf(LedgerImport import)
    {
        if (import.Node is { } node)
        {
            yield return Say($"Écrit par {node}", $"Written by {node}") + (import.RowsPerSecond is { } rate ? Say($", {Cell.Amount((long)rate)} lignes/s", $", {Cell.Amount((long)rate)} rows/s") : "");
        }

        yield return CountsText.Of(import.Counts);
    }

    public static string StartOf(LedgerImport import) => import.Import.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string ShortOf(string id, int length) => id.Length > length ? id[..length] : id;

    private static Tone ToneOf(ImportState state) => state switch
    {
        ImportState.Finished => Tone.Good,
        ImportState.Undone => Tone.Faint,
        _ => Tone.Known,
    };
}
