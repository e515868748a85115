using System.Collections.Immutable;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Plain;
using Cadence.SellsyImport.Reading;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Planning;

/// <summary>What the rows of one part of a file say, in their order, about what only the whole file can explain.</summary>
/// <param name="columns">What is looked at.</param>
/// <param name="fileLength">The bytes of the whole file.</param>
internal sealed class SurveyFacts(SurveyColumns columns, long fileLength)
{
    private readonly Dictionary<OwnerCellPair, int> _numberByOwner = [];
    private readonly List<OwnerCellPair> _owners = [];
    private readonly CellPairs _knownOwners = new();
    private readonly CompanyFacts _companies = new();
    private readonly PlainCompany _names = new();
    private readonly DateColumnSurvey[] _dates = [.. columns.Dates.Select(_ => new DateColumnSurvey())];
    private readonly DateShape[] _shapes = new DateShape[columns.Dates.Length];
    private bool[]? _agrees;

    /// <summary>What the ids of the contacts tell.</summary>
    public ContactHints Contacts { get; } = new(fileLength);

    /// <summary>The cells of the owners, in the order in which they were met.</summary>
    public IReadOnlyList<OwnerCellPair> Owners => _owners;

    public void Add(SellsyRow row)
    {
        Contacts.Add(columns.ContactIdOf(row).AsSpan());
        NumberOf(columns.OwnerOf(row));
        CompanyCells.Survey(_companies, columns.CompanyOf(row), columns.CompanyIdOf(row));
        for (var i = 0; i < _dates.Length; i++)
        {
            _dates[i].Add(DateReader.Classify(row[columns.Dates[i]]));
        }
    }

    /// <summary>
    /// Reads what a record says without making texts of its cells, where they are plain. Where it is not, or the row is made for another
    /// reason, <see cref="Add(SellsyRow)"/> takes the row; else <see cref="AddRead"/> must follow.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="owner">The number of its owner.</param>
    /// <param name="company">The number of the name of its company; -1 where the row gives no id.</param>
    /// <param name="isFirstId">Whether its company has no other id on an earlier row.</param>
    public bool TryRead(in CsvRecord record, out int owner, out int company, out bool isFirstId)
    {
        (owner, company, isFirstId) = (-1, -1, true);
        for (var i = 0; i < _shapes.Length; i++)
        {
            if (!TryFindShape(record[columns.Dates[i]], out _shapes[i]))
            {
                return false;
            }
        }

        if (columns.CompanyOf(record) is { IsEmpty: false } name)
        {
            var id = columns.CompanyIdOf(record);
            if (!PlainCompany.IsId(id) || !_names.TryFold(name, out var folded))
            {
                return false;
            }

            isFirstId = _companies.AddFolded(folded, id, out company);
        }

        owner = _knownOwners.NumberOf(columns.OwnerNameOf(record), columns.OwnerIdOf(record));
        if (owner < 0)
        {
            owner = NumberOf(columns.OwnerOf(record));
            _knownOwners.Add(columns.OwnerNameOf(record), columns.OwnerIdOf(record), owner);
        }

        return true;
    }

    /// <summary>Takes the dates and the contact of the record that was read last.</summary>
    public void AddRead(in CsvRecord record)
    {
        Contacts.Add(columns.ContactIdOf(record));
        for (var i = 0; i < _shapes.Length; i++)
        {
            _dates[i].Add(_shapes[i]);
        }
    }

    /// <summary>A row names this owner.</summary>
    /// <returns>The number of the owner.</returns>
    public int NumberOf(OwnerCellPair owner)
    {
        if (_numberByOwner.TryAdd(owner, _owners.Count))
        {
            _owners.Add(owner);
        }

        return _numberByOwner[owner];
    }

    /// <summary>Adds what the next part of the file says.</summary>
    public void Add(SurveyFacts later)
    {
        foreach (var owner in later._owners)
        {
            NumberOf(owner);
        }

        for (var i = 0; i < _dates.Length; i++)
        {
            _dates[i].Add(later._dates[i]);
        }

        Contacts.Add(later.Contacts);
        later._agrees = _companies.Add(later._companies);
    }

    /// <summary>Whether the id that this part first gives the name of a company is also the first of the whole file.</summary>
    public bool IsFirstIdOfFile(int company) => company < 0 || _agrees is null || _agrees[company];

    public ExportFacts ToFacts(ImmutableArray<ExportColumn> all, int referenceYear) => new(_companies)
    {
        Columns = all,
        Owners =
        [
            .. _owners
                .Select(owner => new OwnerReference(OwnerCells.FirstName(owner.Name, out _), OwnerCells.FirstId(owner.Id)))
                .Where(owner => !owner.IsNone)
                .Distinct(),
        ],
        DateColumns = _dates.Zip(columns.Dates).ToImmutableDictionary(date => date.Second, date => date.First.ToFacts()),
        ReferenceYear = referenceYear,
    };

    private static bool TryFindShape(ReadOnlySpan<byte> cell, out DateShape shape)
    {
        shape = DateShape.NotADate;
        if (cell.IsEmpty)
        {
            return true;
        }

        var isPlain = PlainDate.TryParse(cell, out var date);
        shape = isPlain ? DateReader.ShapeOf(date) : shape;
        return isPlain;
    }
}
