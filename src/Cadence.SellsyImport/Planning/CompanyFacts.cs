using System.Text;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// The companies of a file: the first id of each name, and what tells a name with a comma from a list of names. Filled by the survey,
/// then only read.
/// </summary>
internal sealed class CompanyFacts
{
    private readonly Dictionary<string, int> _numberByName = new(StringComparer.Ordinal);
    private readonly List<string> _firstIds = [];
    private readonly HashSet<string> _cellsWithOneId;
    private readonly Dictionary<string, int> _rowsByCommaCell;
    private readonly HashSet<string> _standingAlone;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numberByFolded;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _standingAloneByFolded;

    public CompanyFacts()
        : this(new([], [], [], []))
    {
    }

    private CompanyFacts(CompanyFactsDocument document)
    {
        _cellsWithOneId = new(document.CellsWithOneId, StringComparer.Ordinal);
        _rowsByCommaCell = new(document.RowsByCommaCell, StringComparer.Ordinal);
        _standingAlone = new(document.StandingAlone, StringComparer.Ordinal);
        _numberByFolded = _numberByName.GetAlternateLookup<ReadOnlySpan<char>>();
        _standingAloneByFolded = _standingAlone.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (name, id) in document.FirstIdByName)
        {
            AddFirstId(name, id);
        }
    }

    public static CompanyFacts Of(CompanyFactsDocument document) => new(document);

    public CompanyFactsDocument ToDocument() => new(
        _numberByName.ToDictionary(company => company.Key, company => _firstIds[company.Value], StringComparer.Ordinal),
        _cellsWithOneId,
        _rowsByCommaCell,
        _standingAlone);

    /// <summary>A row gives a name an id.</summary>
    public void AddId(string companyName, string id) => AddFirstId(TextFolding.Label(companyName), id);

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

    /// <summary>A row has a name without a comma, folded already, and one id of digits or none. The same again changes nothing.</summary>
    /// <param name="folded">The name.</param>
    /// <param name="id">The id, or nothing.</param>
    /// <param name="number">The number of the name among those with an id; -1 where the row gives none.</param>
    /// <returns>Whether the id is the first that was met for the name, or none.</returns>
    public bool AddFolded(ReadOnlySpan<char> folded, ReadOnlySpan<byte> id, out int number)
    {
        number = -1;
        if (!_standingAloneByFolded.TryGetValue(folded, out var name))
        {
            name = folded.ToString();
            _standingAlone.Add(name);
        }

        if (id.IsEmpty)
        {
            return true;
        }

        if (!_numberByFolded.TryGetValue(folded, out number))
        {
            number = AddFirstId(name, Encoding.ASCII.GetString(id));
        }

        return Ascii.Equals(id, _firstIds[number]);
    }

    /// <summary>Adds what a later part of the file says.</summary>
    /// <param name="later">The facts of that part alone.</param>
    /// <returns>For each number of a name in that part, whether its first id is also the first of the whole.</returns>
    public bool[] Add(CompanyFacts later)
    {
        _cellsWithOneId.UnionWith(later._cellsWithOneId);
        _standingAlone.UnionWith(later._standingAlone);
        foreach (var (cell, rows) in later._rowsByCommaCell)
        {
            _rowsByCommaCell[cell] = _rowsByCommaCell.GetValueOrDefault(cell) + rows;
        }

        var agrees = new bool[later._firstIds.Count];
        foreach (var (name, number) in later._numberByName)
        {
            agrees[number] = _firstIds[AddFirstId(name, later._firstIds[number])] == later._firstIds[number];
        }

        return agrees;
    }

    public string? IdOfFolded(ReadOnlySpan<char> folded) => _numberByFolded.TryGetValue(folded, out var number) ? _firstIds[number] : null;

    public string? IdOf(string companyName) =>
        _numberByName.TryGetValue(TextFolding.Label(companyName), out var number) ? _firstIds[number] : null;

    public bool IsOneName(string cell)
    {
        var folded = TextFolding.Label(cell);
        return _cellsWithOneId.Contains(folded)
            || (_rowsByCommaCell.GetValueOrDefault(folded) > 1 && !_standingAlone.Contains(folded[..folded.IndexOf(',')].TrimEnd()));
    }

    /// <summary>The number of a name, which keeps the id that it has.</summary>
    private int AddFirstId(string name, string id)
    {
        if (_numberByName.TryAdd(name, _firstIds.Count))
        {
            _firstIds.Add(id);
        }

        return _numberByName[name];
    }
}
