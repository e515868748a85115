namespace Cadence.SellsyImport.Telemetry;

/// <summary>What is measured as a whole.</summary>
internal static class OperationNames
{
    public const string Preview = "preview";

    public const string Add = "add";

    public const string Undo = "undo";

    public const string Batch = "batch";
}
