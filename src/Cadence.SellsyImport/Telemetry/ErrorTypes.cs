namespace Cadence.SellsyImport.Telemetry;

/// <summary>
/// What may be recorded of an exception: its stable code or its type. The message of an exception of the host's own code may hold a person's
/// data, so it goes to the caller only.
/// </summary>
internal static class ErrorTypes
{
    public static string Of(Exception exception) => exception switch
    {
        SellsyImportException known => known.Code,
        OperationCanceledException => typeof(OperationCanceledException).FullName!,
        _ => exception.GetType().FullName!,
    };
}
