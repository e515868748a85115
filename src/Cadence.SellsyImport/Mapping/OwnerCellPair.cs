namespace Cadence.SellsyImport.Mapping;

/// <summary>The two cells in which a row names its owner.</summary>
/// <param name="Name">The cell of the name, or what stands for all rows; empty where there is none.</param>
/// <param name="Id">The cell of the id, likewise.</param>
internal readonly record struct OwnerCellPair(string Name, string Id);
