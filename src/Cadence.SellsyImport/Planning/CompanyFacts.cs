using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Planning;

/// <summary>The companies of a file: the first id of each name, and the names with commas that a row shows to be one name.</summary>
internal sealed class CompanyFacts
{
    private readonly Dictionary<string, string> _firstIdByName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _oneNameCells = new(StringComparer.Ordinal);

    public void AddId(string companyName, string id) => _firstIdByName.TryAdd(TextFolding.Label(companyName), id);

    public void AddOneName(string cell) => _oneNameCells.Add(TextFolding.Label(cell));

    public string? IdOf(string companyName) => _firstIdByName.GetValueOrDefault(TextFolding.Label(companyName));

    public bool IsOneName(string cell) => _oneNameCells.Contains(TextFolding.Label(cell));
}
