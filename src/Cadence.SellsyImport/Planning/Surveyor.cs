using System.Collections.Immutable;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Walks the whole file once, before any row is judged, over the few columns that need it: the distinct owners, the order of the dates,
/// the ids and names of the companies.
/// </summary>
internal sealed class Surveyor
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
    }

    public async Task<ExportFacts> RunAsync(ProgressMeter meter, CancellationToken cancellationToken)
    {
        var columns = Columns();
        if (columns.Count > 0)
        {
            await foreach (var row in _export.ReadRowsAsync(columns, cancellationToken).ConfigureAwait(false))
            {
                meter.Read(row);
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
            survey.Add(row[column]);
        }
    }

    private void AddOwner(string nameCell, string idCell)
    {
        if (!_ownersByCells.ContainsKey((nameCell, idCell)))
        {
            var name = OwnerCells.FirstName(_owner?.Constant ?? nameCell, out _);
            var id = OwnerCells.FirstId(_ownerId?.Constant ?? idCell);
            _ownersByCells.Add((nameCell, idCell), new(name, id));
        }
    }

    private static string Cell(SellsyRow row, FieldAssignment? assignment) =>
        assignment is null ? "" : assignment.Constant ?? row[assignment.Column!.Index];
}
