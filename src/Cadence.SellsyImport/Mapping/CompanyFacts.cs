using System.Runtime.InteropServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// The companies of a file: the first id of each name, and the evidence that distinguishes a name with a comma from a list of names. Filled
/// by one thread while the file is scanned; then only read.
/// </summary>
internal sealed class CompanyFacts
{
    private readonly Dictionary<string, int> _numberByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    private readonly List<Company> _companies = [];
    private readonly Dictionary<(int Company, string Id), long> _rowsByOtherId = [];
    private readonly HashSet<string> _cellsWithOneId;
    private readonly Dictionary<string, int> _rowsByCommaCell;
    private char[] _folded = [];

    public CompanyFacts()
        : this(new([], [], [], []))
    {
    }

    private CompanyFacts(CompanyFactsDocument document)
    {
        _cellsWithOneId = new(document.CellsWithOneId, StringComparer.Ordinal);
        _rowsByCommaCell = new(document.RowsByCommaCell, StringComparer.Ordinal);
        _numbers = _numberByName.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (name, id) in document.FirstIdByName)
        {
            ref var company = ref CompanyOf(name, out _);
            (company.FirstId, company.StandsAlone) = (id, !document.NeverAlone.Contains(name));
        }
    }

    /// <summary>The number of rows with a company that has another id on an earlier row.</summary>
    public long RowsOfOtherIds => _rowsByOtherId.Values.Sum();

    public static CompanyFacts Of(CompanyFactsDocument document) => new(document);

    public CompanyFactsDocument ToDocument() => new(
        _numberByName.ToDictionary(name => name.Key, name => _companies[name.Value].FirstId, StringComparer.Ordinal),
        _cellsWithOneId,
        _rowsByCommaCell,
        [.. _numberByName.Where(name => !_companies[name.Value].StandsAlone).Select(name => name.Key)]);

    /// <summary>Adds a row with the name of a company.</summary>
    /// <param name="name">The name.</param>
    /// <param name="id">The id that the row gives it, or an empty text.</param>
    /// <param name="standsAlone">Whether the name has no comma.</param>
    /// <param name="isKept">Whether the row keeps the id.</param>
    public void Add(ReadOnlySpan<char> name, ReadOnlySpan<char> id, bool standsAlone, bool isKept)
    {
        ref var company = ref CompanyOf(Fold(name), out var number);
        company.StandsAlone |= standsAlone;
        if (id.IsEmpty)
        {
            return;
        }

        company.FirstId ??= id.ToString();
        if (isKept && id.SequenceEqual(company.FirstId))
        {
            company.RowsOfFirstId++;
        }
        else if (isKept)
        {
            CountOtherId(number, id.ToString(), 1);
        }
    }

    /// <summary>A row gives a cell with a comma a single id.</summary>
    public void AddCellWithOneId(ReadOnlySpan<char> cell) => _cellsWithOneId.Add(Fold(cell).ToString());

    /// <summary>A row has a cell with a comma and no id.</summary>
    public void AddCommaCell(ReadOnlySpan<char> cell) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_rowsByCommaCell.GetAlternateLookup<ReadOnlySpan<char>>(), Fold(cell), out _)++;

    /// <summary>Adds what a later part of the file says.</summary>
    /// <param name="later">The facts of that part alone.</param>
    public void Add(CompanyFacts later)
    {
        _cellsWithOneId.UnionWith(later._cellsWithOneId);
        foreach (var (cell, rows) in later._rowsByCommaCell)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_rowsByCommaCell, cell, out _) += rows;
        }

        var numbers = new int[later._companies.Count];
        foreach (var (name, number) in later._numberByName)
        {
            var added = later._companies[number];
            ref var company = ref CompanyOf(name, out numbers[number]);
            company.StandsAlone |= added.StandsAlone;
            company.FirstId ??= added.FirstId;
            Count(numbers[number], added.FirstId, added.RowsOfFirstId);
        }

        foreach (var ((company, id), rows) in later._rowsByOtherId)
        {
            Count(numbers[company], id, rows);
        }
    }

    public string? IdOf(string companyName) =>
        _numberByName.TryGetValue(TextFolding.Label(companyName), out var number) ? _companies[number].FirstId : null;

    public bool IsOneName(string cell)
    {
        var folded = TextFolding.Label(cell);
        return _cellsWithOneId.Contains(folded)
            || (_rowsByCommaCell.GetValueOrDefault(folded) > 1 && !StandsAlone(folded[..folded.IndexOf(',')].TrimEnd()));
    }

    private bool StandsAlone(string folded) => _numberByName.TryGetValue(folded, out var number) && _companies[number].StandsAlone;

    private void Count(int company, string? id, long rows)
    {
        if (id is null || rows == 0)
        {
            return;
        }

        ref var known = ref CollectionsMarshal.AsSpan(_companies)[company];
        if (id == known.FirstId)
        {
            known.RowsOfFirstId += rows;
        }
        else
        {
            CountOtherId(company, id, rows);
        }
    }

    private void CountOtherId(int company, string id, long rows) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_rowsByOtherId, (company, id), out _) += rows;

    private ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        if (_folded.Length < text.Length * TextFolding.LongestExpansion)
        {
            _folded = new char[2 * text.Length * TextFolding.LongestExpansion];
        }

        return TextFolding.Label(text, _folded);
    }

    private ref Company CompanyOf(ReadOnlySpan<char> folded, out int number)
    {
        if (!_numbers.TryGetValue(folded, out number))
        {
            number = _companies.Count;
            _numbers[folded] = number;
            _companies.Add(default);
        }

        return ref CollectionsMarshal.AsSpan(_companies)[number];
    }

    private struct Company
    {
        public string? FirstId;
        public bool StandsAlone;
        public long RowsOfFirstId;
    }
}
