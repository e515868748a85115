using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// The companies of a file: the first id of each name, and the evidence that distinguishes a name with a comma from a list of names. Filled
/// by one thread while the file is scanned; then only read.
/// </summary>
internal sealed class CompanyFacts
{
    private const int NoId = -1;

    /// <summary>The folded names; the number of a name is that of its company.</summary>
    private readonly TextNumbers _names = new();
    private readonly TextStore _ids = new();
    private readonly BlockList<Company> _companies = new();
    private readonly Dictionary<(int Company, string Id), RowGroup> _rowsByOtherId = [];
    private readonly List<(long First, long Last)> _laterRows = [];
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
        foreach (var (name, id) in document.FirstIdByName)
        {
            ref var company = ref CompanyOf(name, out _);
            (company.FirstId, company.StandsAlone, company.IsNeeded) = (id is null ? NoId : _ids.Add(id), !document.NeverAlone.Contains(name), id is not null);
        }
    }

    /// <summary>The rows with a company that has another id on an earlier row.</summary>
    public RowGroup RowsOfOtherIds => _rowsByOtherId.Values.Aggregate(default(RowGroup), (all, rows) =>
    {
        all.Add(rows);
        return all;
    });

    /// <summary>
    /// Stretches that hold all those rows for which <see cref="Add(ReadOnlySpan{char}, ReadOnlySpan{char}, bool, bool, long)"/> did not say so: the
    /// id of the row is the first one in its part of the file, but an earlier part gives another.
    /// </summary>
    public IReadOnlyList<(long First, long Last)> LaterRows => _laterRows;

    public static CompanyFacts Of(CompanyFactsDocument document) => new(document);

    /// <summary>
    /// What reading the rows needs once the whole file is known: the first id of a name that a row has without it, and the names that stand alone and
    /// begin a cell with a comma. A name that has the same id on each of its rows, or none, is left out.
    /// </summary>
    public CompanyFactsDocument ToDocument()
    {
        var firstParts = _rowsByCommaCell.Where(cell => cell.Value > 1).Select(cell => FirstPart(cell.Key));
        List<int> needed =
        [
            .. Enumerable.Range(0, _names.Count).Where(number => _companies[number].IsNeeded)
                .Concat(_rowsByCommaCell.Keys.Select(cell => _names.Find(cell)).Where(number => number >= 0))
                .Where(number => _companies[number].FirstId != NoId)
                .Concat(firstParts.Select(name => _names.Find(name)).Where(number => number >= 0 && _companies[number].StandsAlone))
                .Distinct()
                .Order(),
        ];
        return new(
            needed.ToDictionary(number => _names[number], FirstIdOf, StringComparer.Ordinal),
            _cellsWithOneId,
            _rowsByCommaCell,
            [.. needed.Where(number => !_companies[number].StandsAlone).Select(number => _names[number])]);
    }

    /// <summary>Adds a row with the name of a company.</summary>
    /// <param name="name">The name.</param>
    /// <param name="id">The id that the row gives it, or an empty text.</param>
    /// <param name="standsAlone">Whether the name has no comma.</param>
    /// <param name="isKept">Whether the row keeps the id.</param>
    /// <param name="row">The number of the row, counted from the start of the part.</param>
    /// <returns>Whether an earlier row of the part gives another id.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Add(ReadOnlySpan<char> name, ReadOnlySpan<char> id, bool standsAlone, bool isKept, long row)
    {
        ref var company = ref CompanyOf(Fold(name), out var number);
        company.StandsAlone |= standsAlone;
        company.IsNeeded |= !isKept;
        if (id.IsEmpty)
        {
            return false;
        }

        if (company.FirstId == NoId)
        {
            company.FirstId = _ids.Add(id);
        }

        var isFirst = _ids.Is(company.FirstId, id);
        if (isKept && isFirst)
        {
            company.RowsOfFirstId.Add(row);
            company.LastRow = row;
        }
        else if (isKept)
        {
            company.IsNeeded = true;
            OtherId(number, id.ToString()).Add(row);
        }

        return isKept && !isFirst;
    }

    /// <summary>A row gives a cell with a comma a single id.</summary>
    public void AddCellWithOneId(ReadOnlySpan<char> cell) => _cellsWithOneId.Add(Fold(cell).ToString());

    /// <summary>A row has a cell with a comma and no id.</summary>
    public void AddCommaCell(ReadOnlySpan<char> cell) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_rowsByCommaCell.GetAlternateLookup<ReadOnlySpan<char>>(), Fold(cell), out _)++;

    /// <summary>Adds what a later part of the file says.</summary>
    /// <param name="later">The facts of that part alone.</param>
    /// <param name="rowsBefore">How many rows are before that part.</param>
    public void Add(CompanyFacts later, long rowsBefore)
    {
        _cellsWithOneId.UnionWith(later._cellsWithOneId);
        foreach (var (cell, rows) in later._rowsByCommaCell)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_rowsByCommaCell, cell, out _) += rows;
        }

        var numbers = new int[later._names.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var added = later._companies[i];
            ref var company = ref CompanyOf(later._names.Read(i, ref _folded), out numbers[i]);
            company.StandsAlone |= added.StandsAlone;
            company.IsNeeded |= added.IsNeeded;
            if (added.FirstId == NoId)
            {
                continue;
            }

            var id = later._ids.Read(added.FirstId, ref _folded);
            if (company.FirstId == NoId)
            {
                company.FirstId = _ids.Add(id);
            }

            var isFirst = _ids.Is(company.FirstId, id);
            company.IsNeeded |= !isFirst;
            if (!isFirst && added.RowsOfFirstId.Count > 0)
            {
                OtherId(numbers[i], id.ToString()).Add(added.RowsOfFirstId.Moved(rowsBefore));
                AddLater(added.RowsOfFirstId, added.LastRow, rowsBefore);
            }
        }

        foreach (var ((number, id), rows) in later._rowsByOtherId)
        {
            if (!_ids.Is(_companies[numbers[number]].FirstId, id))
            {
                OtherId(numbers[number], id).Add(rows.Moved(rowsBefore));
            }
        }
    }

    public string? IdOf(string companyName) => _names.Find(TextFolding.Label(companyName)) is >= 0 and var number ? FirstIdOf(number) : null;

    public bool IsOneName(string cell)
    {
        var folded = TextFolding.Label(cell);
        return _cellsWithOneId.Contains(folded)
            || (_rowsByCommaCell.GetValueOrDefault(folded) > 1 && !StandsAlone(FirstPart(folded)));
    }

    private static string FirstPart(string folded) => folded[..folded.IndexOf(',')].TrimEnd();

    private bool StandsAlone(string folded) => _names.Find(folded) is >= 0 and var number && _companies[number].StandsAlone;

    private string? FirstIdOf(int number) => _companies[number].FirstId is not NoId and var id ? _ids[id] : null;

    /// <summary>One or two rows are known exactly, of more the stretch between the first and the last.</summary>
    private void AddLater(RowGroup rows, long last, long rowsBefore)
    {
        var (first, end) = (rows.First + rowsBefore, last + rowsBefore);
        _laterRows.Add((first, rows.Count == 2 ? first : end));
        if (rows.Count == 2)
        {
            _laterRows.Add((end, end));
        }
    }

    private ref RowGroup OtherId(int company, string id) => ref CollectionsMarshal.GetValueRefOrAddDefault(_rowsByOtherId, (company, id), out _);

    private ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        if (_folded.Length < text.Length * TextFolding.LongestExpansion)
        {
            _folded = new char[2 * text.Length * TextFolding.LongestExpansion];
        }

        return TextFolding.Label(text, _folded);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ref Company CompanyOf(ReadOnlySpan<char> folded, out int number)
    {
        number = _names.Add(folded);
        if (number == _companies.Count)
        {
            _companies.Add(new() { FirstId = NoId });
        }

        return ref _companies[number];
    }

    private struct Company
    {
        /// <summary>The number of the id in <see cref="_ids"/>.</summary>
        public int FirstId;
        public bool StandsAlone;

        /// <summary>Whether a row has the name without its first id.</summary>
        public bool IsNeeded;

        /// <summary>The rows of this part alone: facts that others were added to are not added to others.</summary>
        public RowGroup RowsOfFirstId;
        public long LastRow;
    }
}
