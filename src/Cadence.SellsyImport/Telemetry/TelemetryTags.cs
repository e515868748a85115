namespace Cadence.SellsyImport.Telemetry;

/// <summary>The attributes of activities and metrics, after OpenTelemetry's rules for names.</summary>
internal static class TelemetryTags
{
    public const string ImportId = "cadence.sellsy_import.import.id";

    public const string Rows = "cadence.sellsy_import.rows";

    public const string Errors = "cadence.sellsy_import.errors";

    public const string Leads = "cadence.sellsy_import.leads";

    public const string Operation = "cadence.sellsy_import.operation";

    public const string Outcome = "cadence.sellsy_import.outcome";

    public const string Code = "cadence.sellsy_import.code";

    /// <summary>OpenTelemetry's own attribute.</summary>
    public const string ErrorType = "error.type";
}
