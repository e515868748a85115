using System.Text;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Planning;

/// <summary>The few columns of a mapping that only the whole file can explain.</summary>
internal sealed class SurveyColumns
{
    private readonly FieldAssignment? _owner;
    private readonly FieldAssignment? _ownerId;
    private readonly FieldAssignment? _company;
    private readonly FieldAssignment? _companyId;
    private readonly FieldAssignment? _contactId;

    public SurveyColumns(FieldMapping mapping)
    {
        _contactId = mapping.Find(LeadFields.SellsyContactId);
        _owner = mapping.Find(LeadFields.Owner);
        _ownerId = mapping.Find(LeadFields.OwnerSellsyId);
        _company = mapping.Find(LeadFields.Company);
        _companyId = mapping.Find(LeadFields.CompanySellsyId);
        Dates =
        [
            .. mapping.Assignments
                .Where(assignment => assignment is { Field.Kind: LeadFieldKind.Date or LeadFieldKind.DateTime, Column: not null })
                .Select(assignment => assignment.Column!.Index)
                .Distinct(),
        ];
        int[] explained = [.. new[] { _owner, _ownerId, _company, _companyId }.Select(assignment => assignment?.Column?.Index).OfType<int>(), .. Dates];
        Selection = explained.Length == 0 || _contactId?.Column is not { } contactId ? new(explained) : new(explained.Append(contactId.Index));
        HaveCells = _company?.Constant is null && _companyId?.Constant is null;
    }

    /// <summary>The columns of dates.</summary>
    public int[] Dates { get; }

    /// <summary>All of the columns.</summary>
    public ColumnSelection Selection { get; }

    /// <summary>Whether the cells say all that there is about companies, and no constant does.</summary>
    public bool HaveCells { get; }

    /// <summary>The owner of all rows where no column is looked at.</summary>
    public OwnerCellPair OwnerOfAll => new(_owner?.Constant ?? "", _ownerId?.Constant ?? "");

    public OwnerCellPair OwnerOf(SellsyRow row) => new(Cell(row, _owner), Cell(row, _ownerId));

    public OwnerCellPair OwnerOf(in CsvRecord record) => new(Text(record, _owner), Text(record, _ownerId));

    public ReadOnlySpan<byte> OwnerNameOf(in CsvRecord record) => Cell(record, _owner);

    public ReadOnlySpan<byte> OwnerIdOf(in CsvRecord record) => Cell(record, _ownerId);

    public string ContactIdOf(SellsyRow row) => Cell(row, _contactId);

    public ReadOnlySpan<byte> ContactIdOf(in CsvRecord record) => Cell(record, _contactId);

    public string CompanyOf(SellsyRow row) => Cell(row, _company);

    public string CompanyIdOf(SellsyRow row) => Cell(row, _companyId);

    public ReadOnlySpan<byte> CompanyOf(in CsvRecord record) => Cell(record, _company);

    public ReadOnlySpan<byte> CompanyIdOf(in CsvRecord record) => Cell(record, _companyId);

    private static string Cell(SellsyRow row, FieldAssignment? assignment) =>
        assignment is null ? "" : assignment.Constant ?? row[assignment.Column!.Index];

    private static string Text(in CsvRecord record, FieldAssignment? assignment) =>
        assignment?.Constant ?? Encoding.UTF8.GetString(Cell(record, assignment));

    private static ReadOnlySpan<byte> Cell(in CsvRecord record, FieldAssignment? assignment) =>
        assignment is { Column: { } column } ? record[column.Index] : default;
}
