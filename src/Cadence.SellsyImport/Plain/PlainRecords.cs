using System.Buffers.Text;
using System.Text;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Planning;
using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Plain;

/// <summary>
/// Tells of a record, before a row is made of it, whether the row surely would have a lead with an owner and no issue. It is a short way
/// for the rows with which nothing is wrong, never another rule: where it says no, the row is made and judged in full.
/// </summary>
internal sealed class PlainRecords
{
    private readonly (int Column, PlainCell Cell)[] _cells;
    private readonly CompanyFacts _companies;
    private readonly CellPairs _owners;
    private readonly PlainCompany _names = new();
    private readonly int _id;
    private readonly int _owner;
    private readonly int _ownerId;
    private readonly int _company;
    private readonly int _companyId;

    private PlainRecords(FieldMapping mapping, ExportFacts facts, SellsyImportOptions options)
    {
        int ColumnOf(LeadField field) => mapping.Find(field)?.Column?.Index ?? -1;

        _owners = new();
        _companies = facts.Companies;
        _id = ColumnOf(LeadFields.SellsyContactId);
        _owner = ColumnOf(LeadFields.Owner);
        _ownerId = ColumnOf(LeadFields.OwnerSellsyId);
        _company = ColumnOf(LeadFields.Company);
        _companyId = ColumnOf(LeadFields.CompanySellsyId);
        _cells =
        [
            .. mapping.Compiled
                .Where(assignment => assignment.Column >= 0 && !IsOfOwner(assignment))
                .Select(assignment => (assignment.Column, new PlainCell(assignment, facts, options))),
        ];
    }

    private PlainRecords(PlainRecords other)
    {
        (_cells, _companies, _owners) = (other._cells, other._companies, other._owners.Copy());
        (_id, _owner, _ownerId, _company, _companyId) = (other._id, other._owner, other._ownerId, other._company, other._companyId);
    }

    /// <summary>Creates it, or none where a mapping has more than cells: a constant for another field than the owner.</summary>
    public static PlainRecords? For(FieldMapping mapping, ExportFacts facts, SellsyImportOptions options)
    {
        var phones = mapping.Compiled.Count(assignment => assignment.Slot is LeadSlot.Phone or LeadSlot.Mobile or LeadSlot.Fax);
        return mapping.Compiled.All(assignment => assignment.Column >= 0 || IsOfOwner(assignment))
            && phones <= options.MaxPhones && mapping.Find(LeadFields.SellsyContactId) is not null
            ? new(mapping, facts, options)
            : null;
    }

    /// <summary>The same for another thread.</summary>
    public PlainRecords Copy() => new(this);

    /// <summary>Whether the row of the record would have a lead, an owner and no issue.</summary>
    /// <param name="record">The record.</param>
    /// <param name="contactId">The id of its contact: a number that spells back exactly as the id is written.</param>
    public bool IsPlain(in CsvRecord record, out ulong contactId)
    {
        return HasPlainCells(record, out contactId)
            && _owners.NumberOf(CellOf(record, _owner), CellOf(record, _ownerId)) >= 0
            && IsCompanyPlain(record, out _);
    }

    /// <summary>
    /// Whether the row of the record would have a lead and no issue, but for what the rest of the file and the resolver say about its owner
    /// and its company.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="contactId">The id of its contact.</param>
    public bool HasPlainCells(in CsvRecord record, out ulong contactId)
    {
        var id = record[_id];
        contactId = 0;
        return id is [not (byte)'0', ..] && ArePlain(record) && Utf8Parser.TryParse(id, out contactId, out var length) && length == id.Length;
    }

    /// <summary>What tells whether the cells of a field are plain; none for those of the owner, which only the resolver can tell.</summary>
    public PlainCell? CellOf(CompiledAssignment assignment) => IsOfOwner(assignment) ? null : Array.Find(_cells, cell => cell.Column == assignment.Column).Cell;

    /// <summary>Takes the cells of an owner for plain, before any record is looked at.</summary>
    public void Learn(OwnerCellPair cells) => _owners.Add(BytesOf(cells.Name, _owner), BytesOf(cells.Id, _ownerId), number: 0);

    private static bool IsOfOwner(CompiledAssignment assignment) => assignment.Slot is LeadSlot.Owner or LeadSlot.OwnerSellsyId;

    private static ReadOnlySpan<byte> CellOf(in CsvRecord record, int column) => column < 0 ? default : record[column];

    private static byte[] BytesOf(string cell, int column) => column < 0 ? [] : Encoding.UTF8.GetBytes(cell);

    private bool ArePlain(in CsvRecord record)
    {
        foreach (var (column, cell) in _cells)
        {
            if (!cell.IsPlain(record[column]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the company gives no issue: its id contradicts the row only where the file gives the name another one.</summary>
    /// <param name="record">The record.</param>
    /// <param name="firstId">The id that the file first gives the name; none where there is no name or no row gives it one.</param>
    public bool IsCompanyPlain(in CsvRecord record, out string? firstId)
    {
        firstId = null;
        if (CellOf(record, _company) is not { IsEmpty: false } name)
        {
            return true;
        }

        if (!_names.TryFold(name, out var folded))
        {
            return false;
        }

        firstId = _companies.IdOfFolded(folded);
        var id = CellOf(record, _companyId);
        return id.IsEmpty || firstId is null || Ascii.Equals(id, firstId);
    }
}
