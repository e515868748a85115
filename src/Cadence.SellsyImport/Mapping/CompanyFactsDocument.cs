namespace Cadence.SellsyImport.Mapping;

/// <summary>What the whole file says about its companies that its rows do not say themselves, in a saved plan; every name is folded.</summary>
/// <param name="FirstIdByName">
/// The names that a row has without their first id, and those that stand alone and begin a cell with a comma, with that id, in the order in which they
/// were met; null where no row gives an id.
/// </param>
/// <param name="CellsWithOneId">The cells with a comma to which a row gives a single id.</param>
/// <param name="RowsByCommaCell">How many rows have a cell with a comma and no id.</param>
/// <param name="NeverAlone">The names that stand on no row by themselves.</param>
internal sealed record CompanyFactsDocument(
    Dictionary<string, string?> FirstIdByName,
    HashSet<string> CellsWithOneId,
    Dictionary<string, int> RowsByCommaCell,
    HashSet<string> NeverAlone);
