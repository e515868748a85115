using System.Text;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Plain;

/// <summary>
/// Tells of the cells of one column, before texts are made of them, whether they surely give no issue. What it says is never more than
/// <see cref="RowReading"/> says: a cell that is not plain may be quite right, and is then read in full.
/// </summary>
internal sealed class PlainCell(CompiledAssignment assignment, ExportFacts facts, SellsyImportOptions options)
{
    private const int LongestConsent = 5;
    private const int LongestCompanyNumber = 14;
    private const int LongestId = 19;

    private readonly LeadFieldKind _kind = KindOf(assignment);
    private readonly int _maxLength = assignment.Field.MaxLength ?? int.MaxValue;
    private readonly bool _isMandatory = assignment.Field.IsMandatory;
    private readonly int _referenceYear = facts.ReferenceYear;
    private readonly DateOrder _dateOrder = facts.DateColumns.TryGetValue(assignment.Column, out var dates) ? dates.Order : DateOrder.DayFirst;
    private readonly bool _isFrenchPlan = OverseasNumbers.IsFrenchPlan(options.DefaultCallingCode);

    public bool IsPlain(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return !_isMandatory;
        }

        return (!_isMandatory || PlainText.IsFilled(cell)) && IsValue(cell);
    }

    private bool IsValue(ReadOnlySpan<byte> cell) => _kind switch
    {
        LeadFieldKind.ContactId or LeadFieldKind.OwnerId or LeadFieldKind.CompanyId =>
            cell.Length <= Math.Min(LongestId, _maxLength) && PlainCompany.IsId(cell),
        LeadFieldKind.Email => PlainEmail.IsPlain(cell),
        LeadFieldKind.Phone => _isFrenchPlan && PlainPhone.IsPlain(cell),
        LeadFieldKind.WebAddress => PlainWebAddress.IsPlain(cell),
        LeadFieldKind.Date or LeadFieldKind.DateTime =>
            PlainDate.TryParse(cell, out var date) && DateReader.TryReadDay(date, _dateOrder, _referenceYear, out _),
        LeadFieldKind.Consent => IsConsent(cell),
        LeadFieldKind.Siren or LeadFieldKind.Siret => IsCompanyNumber(cell),

        // Reading HTML can only shorten a note; what it makes longer in bytes, it does not make longer in characters.
        _ => PlainText.IsPlain(cell, _maxLength),
    };

    /// <summary>A field that Cadence knows is read by its own kind, whatever kind a host's field of the same name has.</summary>
    private static LeadFieldKind KindOf(CompiledAssignment assignment) =>
        assignment.Slot == LeadSlot.Custom ? assignment.Field.Kind : LeadFields.All.First(field => field == assignment.Field).Kind;

    private static bool IsConsent(ReadOnlySpan<byte> cell)
    {
        Span<char> text = stackalloc char[LongestConsent];
        return cell.Length <= LongestConsent && Encoding.ASCII.TryGetChars(cell, text, out var length) && Ascii.IsValid(cell)
            && ConsentReader.TryRead(text[..length], out _);
    }

    private bool IsCompanyNumber(ReadOnlySpan<byte> cell)
    {
        Span<char> text = stackalloc char[LongestCompanyNumber];
        return cell.Length <= LongestCompanyNumber && Ascii.IsValid(cell) && Encoding.ASCII.TryGetChars(cell, text, out var length)
            && (_kind == LeadFieldKind.Siren ? CompanyNumber.IsSiren(text[..length]) : CompanyNumber.IsSiret(text[..length]));
    }
}
