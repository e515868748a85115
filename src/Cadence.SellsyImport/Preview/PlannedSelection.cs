namespace Cadence.SellsyImport.Preview;

/// <summary>A plan with the rows that were ticked.</summary>
internal sealed record PlannedSelection(ImportPlan Plan, RowSelection Selection)
{
    private readonly ReadOnlyMemory<byte>? _bytes;

    /// <summary>The bytes that both are saved as, or were read from.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get => _bytes ?? PlanFile.Write(Plan, Selection);
        init => _bytes = value;
    }
}
