namespace Cadence.SellsyImport.Planning;

/// <summary>A plan with the rows that were ticked.</summary>
internal sealed record SavedPlan(ImportPlan Plan, RowSelection Selection);
