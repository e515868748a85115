namespace Cadence.SellsyImport.Telemetry;

/// <summary>
/// What may be recorded of an exception: its stable code or its type. The message of an exception of the host's own code may hold a person's
/// data, so it goes to the caller only.
/// </summary>
internal static class ErrorTypes
{
    public static string Of(Exception exception) => exception is SellsyImportException known ? known.Code : exception.GetType().FullName!;

    /// <summary>As the other one, but with one type for whatever was thrown because somebody cancelled.</summary>
    public static string Of(Exception exception, bool isCancelled) => isCancelled ? typeof(OperationCanceledException).FullName! : Of(exception);

    /// <summary>
    /// Whether the caller cancelled, or somebody asked in the ledger for the import to be stopped. Anything else that looks like a cancellation is a
    /// failure, as the time-out of a host's store is.
    /// </summary>
    public static bool IsCancelled(Exception exception, CancellationToken ofCaller) =>
        exception is OperationCanceledException
        && (ofCaller.IsCancellationRequested || exception.InnerException is SellsyImportException { Code: ErrorCodes.ImportCancelRequested });
}
