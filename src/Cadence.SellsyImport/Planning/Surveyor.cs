using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Plain;
using Cadence.SellsyImport.Reading;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Walks the whole file once, before any row is judged, over the few columns that need it: the distinct owners, the order of the dates,
/// the ids and names of the companies.
/// </summary>
internal sealed class Surveyor : IRecordTaker
{
    private readonly ISellsyExport _export;
    private readonly int _referenceYear;
    private readonly FieldAssignment? _owner;
    private readonly FieldAssignment? _ownerId;
    private readonly FieldAssignment? _company;
    private readonly FieldAssignment? _companyId;
    private readonly Dictionary<int, DateColumnSurvey> _dates = [];
    private readonly Dictionary<(string Name, string Id), OwnerReference> _ownersByCells = [];
    private readonly CompanyFacts _companies = new();
    private readonly CellPairs _knownOwners = new();
    private readonly PlainCompany _names = new();
    private readonly KeyValuePair<int, DateColumnSurvey>[] _dateColumns;
    private readonly DateShape[] _shapes;
    private readonly bool _hasPlainCells;
    private readonly RowBlocks _blocks = new();
    private ProgressMeter? _meter;

    public Surveyor(ISellsyExport export, FieldMapping mapping, int referenceYear)
    {
        _export = export;
        _referenceYear = referenceYear;
        _owner = mapping.Find(LeadFields.Owner);
        _ownerId = mapping.Find(LeadFields.OwnerSellsyId);
        _company = mapping.Find(LeadFields.Company);
        _companyId = mapping.Find(LeadFields.CompanySellsyId);
        foreach (var assignment in mapping.Assignments)
        {
            if (assignment is { Field.Kind: LeadFieldKind.Date or LeadFieldKind.DateTime, Column: { } column })
            {
                _dates.TryAdd(column.Index, new());
            }
        }

        _dateColumns = [.. _dates];
        _shapes = new DateShape[_dateColumns.Length];
        _hasPlainCells = _company?.Constant is null && _companyId?.Constant is null;
    }

    /// <summary>The places at which the file can be cut to be read in parallel, known after the survey.</summary>
    public RowBlocks Blocks => _blocks;

    /// <summary>Takes what a record says without making texts of its cells, where its owner was met before and its other cells are plain.</summary>
    public bool TryTake(in CsvRecord record)
    {
        if (!_knownOwners.Contains(Cell(record, _owner), Cell(record, _ownerId)))
        {
            return false;
        }

        for (var i = 0; i < _shapes.Length; i++)
        {
            if (!TryFindShape(record[_dateColumns[i].Key], out _shapes[i]))
            {
                return false;
            }
        }

        if (Cell(record, _company) is { IsEmpty: false } name && !TryAddCompany(name, Cell(record, _companyId)))
        {
            return false;
        }

        for (var i = 0; i < _shapes.Length; i++)
        {
            _dateColumns[i].Value.Add(_shapes[i]);
        }

        _blocks.Pass(record);
        _meter!.Read(record.Position.ByteOffset);
        return true;
    }

    public async Task<ExportFacts> RunAsync(ProgressMeter meter, CancellationToken cancellationToken)
    {
        var columns = Columns();
        if (columns.Count > 0)
        {
            _meter = meter;
            var rows = _export is IRecordExport records && _hasPlainCells
                ? records.ReadRowsAsync(columns, records.FirstRow, this, cancellationToken)
                : _export.ReadRowsAsync(columns, cancellationToken);
            await foreach (var row in rows.ConfigureAwait(false))
            {
                meter.Read(row.ByteOffset);
                if (!row.IsDamaged)
                {
                    Add(row);
                }
            }
        }
        else
        {
            AddOwner("", "");
        }

        return new(_companies)
        {
            Columns = _export.Columns,
            Owners = [.. _ownersByCells.Values.Where(owner => !owner.IsNone).Distinct()],
            DateColumns = _dates.ToImmutableDictionary(date => date.Key, date => date.Value.ToFacts()),
            ReferenceYear = _referenceYear,
        };
    }

    private ColumnSelection Columns() => new(
        new[] { _owner, _ownerId, _company, _companyId }
            .Select(assignment => assignment?.Column?.Index)
            .OfType<int>()
            .Concat(_dates.Keys));

    private void Add(SellsyRow row)
    {
        AddOwner(Cell(row, _owner), Cell(row, _ownerId));
        CompanyCells.Survey(_companies, Cell(row, _company), Cell(row, _companyId));
        foreach (var (column, survey) in _dates)
        {
            survey.Add(DateReader.Classify(row[column]));
        }
    }

    private bool TryAddCompany(ReadOnlySpan<byte> name, ReadOnlySpan<byte> id)
    {
        if (!PlainCompany.IsId(id) || !_names.TryFold(name, out var folded))
        {
            return false;
        }

        _companies.AddFolded(folded, id);
        return true;
    }

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

    private void AddOwner(string nameCell, string idCell)
    {
        _knownOwners.Add(Bytes(nameCell, _owner), Bytes(idCell, _ownerId));
        if (!_ownersByCells.ContainsKey((nameCell, idCell)))
        {
            var name = OwnerCells.FirstName(_owner?.Constant ?? nameCell, out _);
            var id = OwnerCells.FirstId(_ownerId?.Constant ?? idCell);
            _ownersByCells.Add((nameCell, idCell), new(name, id));
        }
    }

    private static byte[] Bytes(string cell, FieldAssignment? assignment) => assignment?.Constant is null ? Encoding.UTF8.GetBytes(cell) : [];

    private static ReadOnlySpan<byte> Cell(in CsvRecord record, FieldAssignment? assignment) =>
        assignment is { Column: { } column } ? record[column.Index] : default;

    private static string Cell(SellsyRow row, FieldAssignment? assignment) =>
        assignment is null ? "" : assignment.Constant ?? row[assignment.Column!.Index];
}
