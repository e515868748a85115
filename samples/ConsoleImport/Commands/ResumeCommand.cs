using System.Diagnostics;
using Cadence.SellsyImport;
using ConsoleImport.Hosting;

namespace ConsoleImport.Commands;

/// <summary><c>resume IMPORT</c>: goes on with an import that was interrupted, and reports over all its rows.</summary>
internal static class ResumeCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var clock = Stopwatch.StartNew();
        var options = context.Options;
        using var account = ImportAccount.Open(context);
        using var file = options.File.Length > 0 ? await SourceFile.OpenAsync(options.File, context.Cancellation) : null;
        await using var services = await ImportServices.ForHistoryAsync(context.Database, isReadOnly: false, context.Cancellation);
        context.Cancellation.ThrowIfCancellationRequested();
        context.HasWritten = true;
        var report = await context.Display.TrackAsync(progress =>
            services.History.ResumeAsync(options.ImportId, file?.Source, progress, context.Cancellation));
        var source = file?.Source ?? ImportSource.FromFile(report.Import.FileLocation!);
        var overview = await services.Importer.OpenAsync(source, context.Cancellation);
        await account.TellAsync(services.Importer, source, overview, report, clock);
    }
}
