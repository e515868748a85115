using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WorkerImport;

/// <summary>
/// Imports each export that appears in the folder. The ledger remembers how far an import has come, so the worker may be stopped or killed at any
/// time: the next run previews the file again, gets the plan of the interrupted import, and continues it.
/// </summary>
internal sealed partial class ImportWorker(
    ISellsyImporter importer,
    WatchedFolder folder,
    TimeProvider time,
    ILogger<ImportWorker> logger,
    TimeSpan poll) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, DateTimeOffset> _pausedUntil = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(poll, time);
        do
        {
            foreach (var file in folder.FindStable().Where(file => _pausedUntil.GetValueOrDefault(file) <= time.GetUtcNow()))
            {
                await ProcessAsync(file, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ProcessAsync(string file, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file);
        try
        {
            var report = await ImportAsync(file, cancellationToken);
            LogDone(name, report.Import.ImportId);
        }
        catch (SellsyImportException exception) when (IsOfTheFile(exception.Code))
        {
            // It would fail again: a person has to look at it.
            LogFailed(name, exception.Message);
            await File.WriteAllTextAsync(Path.Combine(folder.Failed(), $"{name}.error.txt"), exception.Message, cancellationToken);
            File.Move(file, Path.Combine(folder.Failed(), name), overwrite: true);
        }
        catch (Exception exception) when (exception is SellsyImportException or IOException or UnauthorizedAccessException)
        {
            // The store or the disk cannot be used now, or another worker writes this import: it is tried again later.
            LogPaused(name, exception.Message);
            _pausedUntil[file] = time.GetUtcNow() + Pause;
        }
    }

    private async Task<ImportReport> ImportAsync(string file, CancellationToken cancellationToken)
    {
        var source = ImportSource.FromFile(file);
        var overview = await importer.OpenAsync(source, cancellationToken);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: cancellationToken);
        var report = await importer.AddAsync(source, plan, new AddOptions { StartedBy = nameof(WorkerImport) }, cancellationToken: cancellationToken);

        // The file moves last: where the worker is killed before, the file is imported again, which then finds all its leads in Cadence.
        await Results.WriteAsync(importer, source, report, folder.ResultsOf(report.Import.ImportId), cancellationToken);
        File.Move(file, Path.Combine(folder.ResultsOf(report.Import.ImportId), Path.GetFileName(file)));
        return report;
    }

    private static bool IsOfTheFile(string code) => code
        is ErrorCodes.FileEmpty or ErrorCodes.FileWithoutRows or ErrorCodes.FileOfAnotherKind or ErrorCodes.ExportOfAnotherKind or ErrorCodes.ExportOfAnotherProgram
        or ErrorCodes.HeadingsNotFound or ErrorCodes.HeadingsDamaged or ErrorCodes.TooManyColumns or ErrorCodes.ColumnAmbiguous
        or ErrorCodes.MandatoryFieldsNotMapped;

    [LoggerMessage(1, LogLevel.Information, "{File} is imported; its results are in done/{ImportId}.")]
    private partial void LogDone(string file, string importId);

    [LoggerMessage(2, LogLevel.Error, "{File} cannot be imported: {Reason}")]
    private partial void LogFailed(string file, string reason);

    [LoggerMessage(3, LogLevel.Warning, "{File} is tried again later: {Reason}")]
    private partial void LogPaused(string file, string reason);
}
