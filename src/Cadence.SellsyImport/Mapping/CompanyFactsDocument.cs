namespace Cadence.SellsyImport.Mapping;

/// <summary>What the whole file says about its companies, in a saved plan; every name is folded.</summary>
/// <param name="FirstIdByName">Every name with its first id, in the order in which the names were met; null where no row gives an id.</param>
/// <param name="CellsWithOneId">The cells with a comma to which a row gives a single id.</param>
/// <param name="RowsByCommaCell">How many rows have a cell with a comma and no id.</param>
/// <param name="NeverAlone">The names that stand on no row by themselves.</param>
internal sealed record CompanyFactsDocument(
    Dictionary<string, string?> FirstIdByName,
    HashSet<string> CellsWithOneId,
    Dictionary<string, int> RowsByCommaCell,
    HashSet<string> NeverAlone);
