using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary><c>history</c>: the imports of the database, newest first. It reads only, and creates no database.</summary>
internal static class HistoryCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        await using var services = await ImportServices.ForHistoryAsync(context.Database, isReadOnly: true, context.Cancellation);
        var imports = await services.History.ReadAsync(context.Cancellation).ToListAsync(context.Cancellation);
        new HistoryPresenter(context.Display, context.Texts).Show(imports, context.Database.Name);
        if (context.Options.Json)
        {
            WriteJson(imports);
        }
    }

    private static void WriteJson(IEnumerable<LedgerImport> imports)
    {
        JsonAnswer.Write(writer =>
        {
            writer.WriteStartArray("imports");
            foreach (var import in imports)
            {
                writer.WriteStartObject();
                writer.WriteString("importId", import.Import.ImportId);
                writer.WriteString("file", import.Import.FileName);
                writer.WriteString("startedAt", import.Import.StartedAt.ToUniversalTime());
                writer.WriteString("state", Words.Of(import.State));
                writer.WriteOutcomes(import.Counts);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}
