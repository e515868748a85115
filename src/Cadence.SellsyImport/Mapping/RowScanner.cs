using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Reads rows for their verdicts alone. It counts their issues, and collects the facts that only the whole file shows: the order of day and
/// month, the names of companies, and the owners. It creates no string for an ordinary cell. It serves one thread.
/// </summary>
internal sealed class RowScanner
{
    /// <summary>The number of a key that was not met yet.</summary>
    public const int Unknown = -1;

    private readonly CompiledAssignment[] _assignments;
    private readonly CompiledAssignment? _owner;
    private readonly CompiledAssignment? _ownerId;
    private readonly SellsyImportOptions _options;
    private readonly DateScan[] _dates;
    private readonly CellCache?[] _caches;
    private readonly CompanyFacts _companies = new();
    private readonly Dictionary<string, RowGroup> _undecidedCompanies = new(StringComparer.Ordinal);
    private readonly List<(string Code, int Number)>?[] _issuesByAssignment;
    private readonly List<int> _found = [];
    private readonly List<ScannedAddress> _addresses = [];
    private int _undecidedCompany = Unknown;
    private int _companyIdDiffers = Unknown;
    private long _row;

    /// <param name="assignments">The fields to read, in the order of a mapping.</param>
    /// <param name="options">The options.</param>
    /// <param name="referenceYear">The year in which the file is read.</param>
    public RowScanner(IEnumerable<CompiledAssignment> assignments, SellsyImportOptions options, int referenceYear)
    {
        CompiledAssignment[] all = [.. assignments];
        _owner = Array.Find(all, assignment => assignment.Field == LeadFields.Owner);
        _ownerId = Array.Find(all, assignment => assignment.Field == LeadFields.OwnerSellsyId);
        _assignments = [.. all.Where(assignment => !assignment.IsOfOwner)];
        _dates = [.. all.Where(assignment => assignment is { Field.Kind: LeadFieldKind.Date or LeadFieldKind.DateTime, Column: >= 0 }).Select(assignment => new DateScan(assignment))];
        _issuesByAssignment = new List<(string, int)>?[all.Length == 0 ? 0 : all.Max(assignment => assignment.Number) + 1];
        _caches = [.. _assignments.Select(assignment => assignment.IsJudgedAlone ? new CellCache() : null)];
        _options = options;
        Facts = new(_companies) { ReferenceYear = referenceYear };
    }

    /// <summary>What is known before the file is read: the year.</summary>
    public ExportFacts Facts { get; }

    /// <summary>The issues of the rows, but for those that the whole file decides about.</summary>
    public IssueTally Issues { get; } = new();

    /// <summary>The cells of the owners, numbered in the order in which they were met.</summary>
    public OwnerPairs Owners { get; } = new();

    public CompanyFacts Companies => _companies;

    public IReadOnlyList<DateScan> Dates => _dates;

    /// <summary>
    /// The cells with commas that may be one name or several, with the rows that have them. Only the whole file shows which.
    /// </summary>
    public IReadOnlyDictionary<string, RowGroup> UndecidedCompanies => _undecidedCompanies;

    /// <summary>The key of the rows with an undecided cell of companies, which is never counted.</summary>
    public static IssueKey UndecidedCompany { get; } = new("", IssueSeverity.Warning);

    /// <summary>The key of a row that gives its company another id than an earlier row; the default value where no column has companies.</summary>
    public IssueKey CompanyIdDiffers => Array.Find(_assignments, assignment => assignment.Field == LeadFields.Company) is { } company
        ? new(IssueCodes.CompanyIdDiffers, IssueSeverity.Warning, company.Field.Name, company.Heading)
        : default;

    /// <summary>Takes the orders of day and month that a person chose, before the first row.</summary>
    public void Choose(ReadingOverrides overrides)
    {
        foreach (var date in _dates)
        {
            date.IsMonthFirstChosen = overrides.DateOrderOf(date.Assignment.Field.Name) == DateOrder.MonthFirst;
        }
    }

    /// <summary>Begins a row with what was found before its cells are read.</summary>
    /// <param name="row">The number of the row, counted from the start of the part.</param>
    /// <param name="issues">The issues of the record.</param>
    /// <returns>The keys of the issues, valid until the next row.</returns>
    public ReadOnlySpan<int> Begin(long row, ImmutableArray<ImportIssue> issues = default)
    {
        _row = row;
        _found.Clear();
        _addresses.Clear();
        if (!issues.IsDefaultOrEmpty)
        {
            foreach (var issue in issues)
            {
                Add(Issues.NumberOf(IssueKey.Of(issue)));
            }
        }

        return CollectionsMarshal.AsSpan(_found);
    }

    /// <summary>Reads a record, after <see cref="Begin"/>.</summary>
    public ScannedRow Scan(in RecordCells cells)
    {
        var reading = new RowReading(_options, this);
        reading.Read(_assignments, _caches, cells);
        return Scanned(reading, cells);
    }

    /// <summary>Reads a row, after <see cref="Begin"/>.</summary>
    public ScannedRow Scan(SellsyRow row)
    {
        var cells = new SellsyRowCells(row);
        var reading = new RowReading(_options, this);
        reading.Read(_assignments, cells);
        return Scanned(reading, cells);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ScannedRow Scanned<TCells>(scoped in RowReading reading, scoped in TCells cells)
        where TCells : IRowCells, allows ref struct
    {
        return new()
        {
            Owner = Owners.Add(RowReading.CellOf(_owner, cells).Span, RowReading.CellOf(_ownerId, cells).Span, _row),
            ContactId = reading.ContactId,
            HasError = reading.HasError,
            UndecidedCompany = reading.UndecidedCompany,
            Issues = CollectionsMarshal.AsSpan(_found),
            Addresses = CollectionsMarshal.AsSpan(_addresses),
        };
    }

    /// <summary>The owner that two cells name, as far as the cells alone show it.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="withComma">The texts with a comma that are the name of one owner.</param>
    public OwnerReference ReferenceOf(OwnerCellPair cells, ImmutableHashSet<string> withComma) => new(
        OwnerCells.FirstName(Clean(_owner, cells.Name), withComma, out _),
        OwnerCells.FirstId(Clean(_ownerId, cells.Id), out _));

    /// <summary>The text of the cell that may be one name with a comma, or null if it has none.</summary>
    public string? NameWithCommaOf(OwnerCellPair cells) => OwnerCells.NameWithComma(Clean(_owner, cells.Name));

    private static string Clean(CompiledAssignment? assignment, string cell) =>
        assignment is null ? cell : assignment.TextOf(new(cell)).ToString();

    /// <summary>Adds what a later part of the file showed.</summary>
    /// <param name="later">What that part showed by itself.</param>
    /// <param name="rowsBefore">How many rows are before that part.</param>
    /// <returns>The number of each key of its issues.</returns>
    public int[] Add(RowScanner later, long rowsBefore)
    {
        _companies.Add(later._companies, rowsBefore);
        foreach (var (cell, rows) in later._undecidedCompanies)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_undecidedCompanies, cell, out _).Add(rows.Moved(rowsBefore));
        }

        for (var i = 0; i < _dates.Length; i++)
        {
            _dates[i].Add(later._dates[i], rowsBefore);
        }

        return Issues.Add(later.Issues, rowsBefore);
    }

    /// <summary>Counts an issue of the row.</summary>
    public void Report(string code, IssueSeverity severity, CompiledAssignment assignment)
    {
        var known = _issuesByAssignment[assignment.Number] ??= [];
        foreach (var (knownCode, number) in known)
        {
            if (ReferenceEquals(knownCode, code))
            {
                Add(number);
                return;
            }
        }

        known.Add((code, Issues.NumberOf(new(code, severity, assignment.Field.Name, assignment.Heading))));
        Add(known[^1].Number);
    }

    /// <summary>Adds an address of the row.</summary>
    public void AddAddress(int kind, ReadOnlySpan<char> address) => _addresses.Add(new(kind, AddressHash.Of(address)));

    /// <summary>Takes the addresses of the row back.</summary>
    public void ClearAddresses() => _addresses.Clear();

    /// <summary>Adds a date of a field for which the whole file decides the order of day and month.</summary>
    /// <returns>Whether the field is such a field.</returns>
    public bool TryAddDate(CompiledAssignment assignment, ReadOnlySpan<char> text)
    {
        foreach (var date in _dates)
        {
            if (ReferenceEquals(date.Assignment, assignment))
            {
                var (isDayFirst, isMonthFirst) = date.Add(text, Facts.ReferenceYear, _row);
                if (!isDayFirst)
                {
                    Mark(ref date.NumberUnder(DateOrder.DayFirst), date.IssueUnder(DateOrder.DayFirst));
                }

                if (!isMonthFirst && (date.IsMonthFirstChosen || !date.Column.RulesOutMonthFirst))
                {
                    Mark(ref date.NumberUnder(DateOrder.MonthFirst), date.IssueUnder(DateOrder.MonthFirst));
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the company of a row.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ids">How many ids the row gives.</param>
    /// <param name="firstId">The first of them, if it is one.</param>
    /// <param name="id">The same, if it is kept.</param>
    public void AddCompany(ReadOnlySpan<char> name, int ids, ReadOnlySpan<char> firstId, ReadOnlySpan<char> id)
    {
        var hasComma = name.Contains(',');
        if (!hasComma || !firstId.IsEmpty)
        {
            if (_companies.Add(name, firstId, standsAlone: !hasComma, isKept: !id.IsEmpty, _row))
            {
                Mark(ref _companyIdDiffers, CompanyIdDiffers);
            }
        }

        if (hasComma && ids == 1)
        {
            _companies.AddCellWithOneId(name);
        }
    }

    /// <summary>Takes a cell with commas on a row that gives no id.</summary>
    /// <param name="name">What may be one name.</param>
    /// <param name="cell">The whole cell.</param>
    public void AddUndecidedCompany(ReadOnlySpan<char> name, ReadOnlySpan<char> cell)
    {
        _companies.AddCommaCell(name);
        CollectionsMarshal.GetValueRefOrAddDefault(_undecidedCompanies.GetAlternateLookup<ReadOnlySpan<char>>(), cell, out _).Add(_row);
        Mark(ref _undecidedCompany, UndecidedCompany);
    }

    /// <summary>Notes that the row may have an issue which only the whole file decides about and counts.</summary>
    private void Mark(ref int number, in IssueKey key)
    {
        number = number == Unknown ? Issues.NumberOf(key) : number;
        _found.Add(number);
    }

    private void Add(int number)
    {
        if (Issues.Add(number, _row))
        {
            _found.Add(number);
        }
    }
}
