using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Telemetry;

/// <summary>The log events. Their ids and names are stable; <c>docs/operations.md</c> lists them.</summary>
internal static partial class ImportLog
{
    public const string Category = "Cadence.SellsyImport";

    [LoggerMessage(
        1,
        LogLevel.Information,
        "A preview of {Bytes} bytes found {Rows} rows: {Blank} can be added, {Active} are in Cadence, {Errors} have errors. It took {Milliseconds} ms.")]
    public static partial void PreviewFinished(this ILogger logger, long bytes, long rows, long blank, long active, long errors, long milliseconds);

    [LoggerMessage(2, LogLevel.Information, "A preview shows the interrupted import {ImportId}, which continues at row {Row}.")]
    public static partial void InterruptedImportShown(this ILogger logger, string importId, long row);

    [LoggerMessage(3, LogLevel.Information, "Import {ImportId} of {Rows} rows started.")]
    public static partial void ImportStarted(this ILogger logger, string importId, long rows);

    [LoggerMessage(4, LogLevel.Information, "Import {ImportId} continues after {Batches} stored batches, at row {Row}.")]
    public static partial void ImportContinued(this ILogger logger, string importId, int batches, long row);

    [LoggerMessage(
        5,
        LogLevel.Debug,
        "Import {ImportId} stored rows {FirstRow} to {LastRow} with {Leads} leads; {Refused} rows were refused. It took {Milliseconds} ms.")]
    public static partial void BatchStored(this ILogger logger, string importId, long firstRow, long lastRow, int leads, int refused, long milliseconds);

    [LoggerMessage(
        6,
        LogLevel.Information,
        "Import {ImportId} finished: {Read} rows = {Added} added + {Updated} updated + {Unchanged} unchanged + {Skipped} skipped + {Errors} with errors. It took {Milliseconds} ms.")]
    public static partial void ImportFinished(
        this ILogger logger, string importId, long read, long added, long updated, long unchanged, long skipped, long errors, long milliseconds);

    [LoggerMessage(7, LogLevel.Information, "Import {ImportId} was ended before its last row.")]
    public static partial void ImportEnded(this ILogger logger, string importId);

    [LoggerMessage(
        8,
        LogLevel.Information,
        "Import {ImportId} was undone: {Removed} leads removed, {Restored} restored, {Kept} kept, {Vanished} vanished. It took {Milliseconds} ms.")]
    public static partial void ImportUndone(
        this ILogger logger, string importId, long removed, long restored, long kept, long vanished, long milliseconds);

    [LoggerMessage(9, LogLevel.Warning, "The operation {Operation} of import {ImportId} was refused: {Error}.")]
    public static partial void OperationRefused(this ILogger logger, string operation, string? importId, string error);

    [LoggerMessage(10, LogLevel.Error, "The operation {Operation} of import {ImportId} failed: {Error}.")]
    public static partial void OperationFailed(this ILogger logger, string operation, string? importId, string error);

    [LoggerMessage(11, LogLevel.Information, "The operation {Operation} of import {ImportId} was cancelled.")]
    public static partial void OperationCancelled(this ILogger logger, string operation, string? importId);

    [LoggerMessage(12, LogLevel.Warning, "Import {ImportId} is taken over from {Holder}, a process that has ended.")]
    public static partial void LeaseTakenOver(this ILogger logger, string importId, string holder);

    [LoggerMessage(13, LogLevel.Warning, "The lease of import {ImportId} could not be given back: {Error}. Others wait until it expires.")]
    public static partial void LeaseNotGivenBack(this ILogger logger, string importId, string error);

    [LoggerMessage(14, LogLevel.Warning, "The plan of the interrupted import {ImportId} cannot be read: {Error}. A preview of its file starts anew.")]
    public static partial void InterruptedImportUnreadable(this ILogger logger, string importId, string error);

    [LoggerMessage(15, LogLevel.Information, "Leads of batch {Batch} of import {ImportId} changed while its undo was decided; it is decided again.")]
    public static partial void UndoDecidedAgain(this ILogger logger, string importId, int batch);

    [LoggerMessage(16, LogLevel.Information, "Import {ImportId}, or its undo, was asked to stop.")]
    public static partial void CancelRequested(this ILogger logger, string importId);

    [LoggerMessage(17, LogLevel.Information, "A person was forgotten in {Rows} rows of imports.")]
    public static partial void PersonForgotten(this ILogger logger, long rows);

    [LoggerMessage(18, LogLevel.Information, "{Imports} imports that ended before {Before} were dropped from the history.")]
    public static partial void ImportsPurged(this ILogger logger, int imports, DateTimeOffset before);
}
