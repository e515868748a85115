using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary><c>end IMPORT</c>: ends an import that was interrupted, so that its file is previewed and imported anew.</summary>
internal static class EndCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var id = context.Options.ImportId;
        await using var services = await ImportServices.ForHistoryAsync(context.Database, isReadOnly: false, context.Cancellation);
        context.Cancellation.ThrowIfCancellationRequested();
        await services.History.EndAsync(id, context.Cancellation);
        context.Display.Line(context.Texts.Ended(id, context.Database.Name));
        if (context.Options.Json)
        {
            JsonAnswer.Write(writer =>
            {
                writer.WriteString("importId", id);
                writer.WriteString("state", Words.Of(Cadence.SellsyImport.ImportState.Ended));
            });
        }
    }
}
