using Cadence.SellsyImport.Plain;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <content>Cells that are plain, of which it is known that they give no issue: what is looked for in others is left out.</content>
internal ref partial struct RowReading
{
    /// <param name="assignment">The field.</param>
    /// <param name="utf8">The cell, of which <see cref="PlainCell.IsPlain"/> says that it is plain.</param>
    /// <param name="cell">The text of the cell.</param>
    /// <param name="companyId">The id that the file first gives the company of the row, or none.</param>
    public void ReadPlain(CompiledAssignment assignment, ReadOnlySpan<byte> utf8, string cell, string? companyId)
    {
        if (!PlainText.IsFilled(utf8) && BlankValue.IsBlank(cell))
        {
            return;
        }

        var text = cell.Trim();
        switch (assignment.Slot)
        {
            case LeadSlot.Custom:
                ReadCustom(assignment, text);
                break;
            case LeadSlot.Email:
                _lead.Emails = [new(EmailType.Primary, text)];
                break;
            case LeadSlot.Phone:
                AddPhone(assignment, text, PhoneType.Phone);
                break;
            case LeadSlot.Mobile:
                AddPhone(assignment, text, PhoneType.Mobile);
                break;
            case LeadSlot.Fax:
                AddPhone(assignment, text, PhoneType.Fax);
                break;
            case LeadSlot.LinkedIn:
                _lead.LinkedIn = text;
                break;
            case LeadSlot.Website:
                _lead.Website = text;
                break;
            case LeadSlot.Company:
                _lead.Company.Name = Blanks.Trim(text);
                _lead.Company.SellsyId = companyId ?? _lead.Company.SellsyId;
                break;
            default:
                ReadKnown(assignment, text);
                break;
        }
    }

    private void AddPhone(CompiledAssignment assignment, string text, PhoneType type)
    {
        if (ReadPhone(assignment, text, type) is { } phone)
        {
            _lead.Phones = _lead.Phones.Add(phone);
        }
    }
}
