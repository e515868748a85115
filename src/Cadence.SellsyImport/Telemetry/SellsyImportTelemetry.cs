namespace Cadence.SellsyImport.Telemetry;

/// <summary>
/// The names under which a host listens to the import. <c>docs/operations.md</c> lists every activity, metric and log event. None of them
/// holds a value of a row, the name of a file, or the user that started an import.
/// </summary>
public static class SellsyImportTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "Cadence.SellsyImport";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "Cadence.SellsyImport";
}
