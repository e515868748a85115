using System.Text;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// The companies of a file: the first id of each name, and what tells a name with a comma from a list of names. Filled by the survey,
/// then only read.
/// </summary>
internal sealed class CompanyFacts
{
    private readonly Dictionary<string, string> _firstIdByName;
    private readonly HashSet<string> _cellsWithOneId;
    private readonly Dictionary<string, int> _rowsByCommaCell;
    private readonly HashSet<string> _standingAlone;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _firstIdByFolded;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _standingAloneByFolded;

    public CompanyFacts()
        : this(new([], [], [], []))
    {
    }

    private CompanyFacts(CompanyFactsDocument document)
    {
        _firstIdByName = new(document.FirstIdByName, StringComparer.Ordinal);
        _cellsWithOneId = new(document.CellsWithOneId, StringComparer.Ordinal);
        _rowsByCommaCell = new(document.RowsByCommaCell, StringComparer.Ordinal);
        _standingAlone = new(document.StandingAlone, StringComparer.Ordinal);
        _firstIdByFolded = _firstIdByName.GetAlternateLookup<ReadOnlySpan<char>>();
        _standingAloneByFolded = _standingAlone.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static CompanyFacts Of(CompanyFactsDocument document) => new(document);

    public CompanyFactsDocument ToDocument() => new(_firstIdByName, _cellsWithOneId, _rowsByCommaCell, _standingAlone);

    /// <summary>A row gives a name an id.</summary>
    public void AddId(string companyName, string id) => _firstIdByName.TryAdd(TextFolding.Label(companyName), id);

    /// <summary>A row gives a cell with a comma a single id.</summary>
    public void AddCellWithOneId(string cell) => _cellsWithOneId.Add(TextFolding.Label(cell));

    /// <summary>A row has a cell with a comma and no id.</summary>
    public void AddCommaCell(string cell)
    {
        var folded = TextFolding.Label(cell);
        _rowsByCommaCell[folded] = _rowsByCommaCell.GetValueOrDefault(folded) + 1;
    }

    /// <summary>A row has a name without a comma.</summary>
    public void AddStandingAlone(string companyName) => _standingAlone.Add(TextFolding.Label(companyName));

    /// <summary>A row has a name without a comma, folded already, and one id of digits or none.</summary>
    public void AddFolded(ReadOnlySpan<char> folded, ReadOnlySpan<byte> id)
    {
        if (!_standingAloneByFolded.TryGetValue(folded, out var name))
        {
            name = folded.ToString();
            _standingAlone.Add(name);
        }

        if (!id.IsEmpty && !_firstIdByFolded.ContainsKey(folded))
        {
            _firstIdByName.Add(name, Encoding.ASCII.GetString(id));
        }
    }

    public string? IdOfFolded(ReadOnlySpan<char> folded) => _firstIdByFolded.TryGetValue(folded, out var id) ? id : null;

    public string? IdOf(string companyName) => _firstIdByName.GetValueOrDefault(TextFolding.Label(companyName));

    public bool IsOneName(string cell)
    {
        var folded = TextFolding.Label(cell);
        return _cellsWithOneId.Contains(folded)
            || (_rowsByCommaCell.GetValueOrDefault(folded) > 1 && !_standingAlone.Contains(folded[..folded.IndexOf(',')].TrimEnd()));
    }
}
