using System.Diagnostics;
using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary><c>undo IMPORT</c>: takes back what an import did, and names what had to stay.</summary>
internal static class UndoCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var clock = Stopwatch.StartNew();
        await using var services = await ImportServices.ForHistoryAsync(context.Database, isReadOnly: false, context.Cancellation);
        context.Cancellation.ThrowIfCancellationRequested();
        context.HasWritten = true;
        var report = await context.Display.TrackAsync(progress =>
            services.History.UndoAsync(context.Options.ImportId, progress, context.Cancellation));
        context.HasImported = true;
        new UndoPresenter(context.Display, context.Texts).Show(report, context.Database.Name);
        if (context.Options.Json)
        {
            WriteJson(report, clock.ElapsedMilliseconds, context.Library);
        }
    }

    private static void WriteJson(UndoReport report, long elapsedMilliseconds, ImportTexts texts)
    {
        JsonAnswer.Write(writer =>
        {
            writer.WriteString("importId", report.Import.ImportId);
            writer.WriteString("file", report.Import.FileName);
            writer.WriteNumber("removed", report.Removed);
            writer.WriteNumber("restored", report.Restored);
            writer.WriteNumber("kept", report.Kept);
            writer.WriteNumber("vanished", report.Vanished);
            writer.WriteCompanies(report.Companies);
            writer.WriteExceptions(report.Exceptions, texts);
            writer.WriteTexts("laterImports", report.LaterImports);
            writer.WriteNumber("elapsedMs", elapsedMilliseconds);
        });
    }
}
