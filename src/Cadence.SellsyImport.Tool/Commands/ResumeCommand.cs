using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary><c>resume IMPORT</c>: resumes an interrupted import, and reports on all its rows.</summary>
internal static class ResumeCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var account = new ImportAccount(context);
        var given = context.Get(Options.ResumedFile) is { } path ? await SourceFile.OpenAsync(path, context) : null;
        await using var services = await ImportServices.ForImportAsync(context.Get(Options.ImportId), context);
        var id = (await ImportReference.FindAsync(services, context.Get(Options.ImportId), IsInterrupted, context.Cancellation)).Import.ImportId;
        context.Cancellation.ThrowIfCancellationRequested();
        context.HasWritten = true;
        var report = await context.Display.TrackAsync(progress =>
            services.History.ResumeAsync(id, given, progress, context.Cancellation));
        context.HasImported = true;
        var source = given ?? SourceFile.At(report.Import.FileLocation!);
        var overview = await services.Importer.OpenAsync(source, report.Plan.Overrides, context.Cancellation);
        await account.GiveAsync(services.Importer, source, overview, report);
    }

    /// <summary>Whether an import has been begun and can still be resumed or ended.</summary>
    public static bool IsInterrupted(LedgerImport import) => import.State is ImportState.Running or ImportState.Interrupted;
}
