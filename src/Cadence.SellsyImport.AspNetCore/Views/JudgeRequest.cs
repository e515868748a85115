namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A row with other cells, to be judged.</summary>
internal sealed record JudgeRequest(long Row, Dictionary<string, string>? Cells);
