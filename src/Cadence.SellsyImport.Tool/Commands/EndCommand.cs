namespace Cadence.SellsyImport.Tool.Commands;

/// <summary><c>end IMPORT</c>: ends an interrupted import, so that its file can be previewed and imported again.</summary>
internal static class EndCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var database = context.Database.Name;
        await using var services = await ImportServices.ForImportAsync(context.Get(Options.ImportId), context);
        var id = (await ImportReference.FindAsync(services, context.Get(Options.ImportId), ResumeCommand.IsInterrupted, context.Cancellation)).Import.ImportId;
        context.Cancellation.ThrowIfCancellationRequested();
        await services.History.EndAsync(id, context.Cancellation);
        context.Display.Line(Say(
            $"L'import {id} de {database} est arrêté : il ne sera pas repris, et peut être annulé par undo.",
            $"Import {id} of {database} is ended: it will not be resumed, and can be taken back by undo."));
        if (context.IsJson)
        {
            JsonAnswer.Write(new() { ["importId"] = id, ["state"] = Words.Of(ImportState.Ended) });
        }
    }
}
