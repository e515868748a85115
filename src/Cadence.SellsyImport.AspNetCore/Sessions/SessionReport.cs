namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What became of the import.</summary>
internal sealed record SessionReport(string ImportId, ImportCounts Counts, double Elapsed)
{
    public SessionUndo? Undo { get; init; }
}
