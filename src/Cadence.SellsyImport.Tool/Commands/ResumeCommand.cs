namespace Cadence.SellsyImport.Tool.Commands;

/// <summary><c>resume IMPORT</c>: resumes an interrupted import, and reports on all its rows.</summary>
internal static class ResumeCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var id = context.Get(Options.ImportId);
        var account = new ImportAccount(context);
        var given = context.Get(Options.ResumedFile) is { } path ? await SourceFile.OpenAsync(path, context) : null;
        await using var services = await ImportServices.ForImportAsync(id, context);
        context.Cancellation.ThrowIfCancellationRequested();
        context.HasWritten = true;
        var report = await context.Display.TrackAsync(progress =>
            services.History.ResumeAsync(id, given, progress, context.Cancellation));
        var source = given ?? SourceFile.At(report.Import.FileLocation!);
        var overview = await services.Importer.OpenAsync(source, report.Plan.Overrides, context.Cancellation);
        await account.GiveAsync(services.Importer, source, overview, report);
    }
}
