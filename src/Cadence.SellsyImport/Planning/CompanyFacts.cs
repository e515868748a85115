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
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numberByFolded;
    private readonly List<(string? FirstId, bool StandsAlone)> _companies = [];
    private readonly HashSet<string> _cellsWithOneId;
    private readonly Dictionary<string, int> _rowsByCommaCell;

    public CompanyFacts()
        : this(new([], [], [], []))
    {
    }

    private CompanyFacts(CompanyFactsDocument document)
    {
        _cellsWithOneId = new(document.CellsWithOneId, StringComparer.Ordinal);
        _rowsByCommaCell = new(document.RowsByCommaCell, StringComparer.Ordinal);
        _numberByFolded = _numberByName.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (name, id) in document.FirstIdByName)
        {
            Add(NumberOf(name), id, standsAlone: !document.NeverAlone.Contains(name));
        }
    }

    public static CompanyFacts Of(CompanyFactsDocument document) => new(document);

    public CompanyFactsDocument ToDocument() => new(
        _numberByName.ToDictionary(name => name.Key, name => _companies[name.Value].FirstId, StringComparer.Ordinal),
        _cellsWithOneId,
        _rowsByCommaCell,
        [.. _numberByName.Where(name => !_companies[name.Value].StandsAlone).Select(name => name.Key)]);

    /// <summary>A row gives a name an id.</summary>
    public void AddId(string companyName, string id) => Add(NumberOf(TextFolding.Label(companyName)), id, standsAlone: false);

    /// <summary>A row gives a cell with a comma a single id.</summary>
    public void AddCellWithOneId(string cell) => _cellsWithOneId.Add(TextFolding.Label(cell));

    /// <summary>A row has a cell with a comma and no id.</summary>
    public void AddCommaCell(string cell)
    {
        var folded = TextFolding.Label(cell);
        _rowsByCommaCell[folded] = _rowsByCommaCell.GetValueOrDefault(folded) + 1;
    }

    /// <summary>A row has a name without a comma.</summary>
    public void AddStandingAlone(string companyName) => Add(NumberOf(TextFolding.Label(companyName)), id: null, standsAlone: true);

    /// <summary>A row has a name without a comma, folded already, and one id of digits or none. The same again changes nothing.</summary>
    /// <param name="folded">The name.</param>
    /// <param name="id">The id, or nothing.</param>
    /// <param name="number">The number of the name; -1 where the row gives no id.</param>
    /// <returns>Whether the id is the first that was met for the name, or none.</returns>
    public bool AddFolded(ReadOnlySpan<char> folded, ReadOnlySpan<byte> id, out int number)
    {
        if (!_numberByFolded.TryGetValue(folded, out number))
        {
            number = NumberOf(folded.ToString());
        }

        var known = _companies[number];
        if (!known.StandsAlone || (known.FirstId is null && !id.IsEmpty))
        {
            known = Add(number, id.IsEmpty ? null : Encoding.ASCII.GetString(id), standsAlone: true);
        }

        if (id.IsEmpty)
        {
            number = -1;
            return true;
        }

        return Ascii.Equals(id, known.FirstId);
    }

    /// <summary>Adds what a later part of the file says.</summary>
    /// <param name="later">The facts of that part alone.</param>
    /// <returns>For each number of a name in that part, whether its first id is also the first of the whole.</returns>
    public bool[] Add(CompanyFacts later)
    {
        _cellsWithOneId.UnionWith(later._cellsWithOneId);
        foreach (var (cell, rows) in later._rowsByCommaCell)
        {
            _rowsByCommaCell[cell] = _rowsByCommaCell.GetValueOrDefault(cell) + rows;
        }

        var agrees = new bool[later._companies.Count];
        foreach (var (name, number) in later._numberByName)
        {
            var (id, standsAlone) = later._companies[number];
            agrees[number] = Add(NumberOf(name), id, standsAlone).FirstId == id;
        }

        return agrees;
    }

    public string? IdOfFolded(ReadOnlySpan<char> folded) => _numberByFolded.TryGetValue(folded, out var number) ? _companies[number].FirstId : null;

    public string? IdOf(string companyName) =>
        _numberByName.TryGetValue(TextFolding.Label(companyName), out var number) ? _companies[number].FirstId : null;

    public bool IsOneName(string cell)
    {
        var folded = TextFolding.Label(cell);
        return _cellsWithOneId.Contains(folded)
            || (_rowsByCommaCell.GetValueOrDefault(folded) > 1 && !StandsAlone(folded[..folded.IndexOf(',')].TrimEnd()));
    }

    private bool StandsAlone(string folded) => _numberByName.TryGetValue(folded, out var number) && _companies[number].StandsAlone;

    private int NumberOf(string folded)
    {
        if (_numberByName.TryAdd(folded, _companies.Count))
        {
            _companies.Add((null, false));
        }

        return _numberByName[folded];
    }

    /// <summary>Adds what is known of a company, which keeps the id that it has.</summary>
    private (string? FirstId, bool StandsAlone) Add(int number, string? id, bool standsAlone)
    {
        var known = _companies[number];
        return _companies[number] = (known.FirstId ?? id, known.StandsAlone || standsAlone);
    }
}
