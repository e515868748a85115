namespace Cadence.SellsyImport.Planning;

/// <summary>What the whole file says about its companies, in a saved plan; every name is folded.</summary>
internal sealed record CompanyFactsDocument(
    Dictionary<string, string> FirstIdByName,
    HashSet<string> CellsWithOneId,
    Dictionary<string, int> RowsByCommaCell,
    HashSet<string> StandingAlone);
