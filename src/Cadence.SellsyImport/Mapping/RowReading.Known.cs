using System.Globalization;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <content>The fields that Cadence knows.</content>
internal ref partial struct RowReading
{
    private void ReadKnown(CompiledAssignment assignment, CellText text)
    {
        switch (assignment.Slot)
        {
            case LeadSlot.SellsyContactId:
                ReadContactId(assignment, text);
                break;
            case LeadSlot.Owner:
                _lead.OwnerName = ReadOwnerName(assignment, text);
                break;
            case LeadSlot.OwnerSellsyId:
                _lead.OwnerSellsyId = ReadOwnerId(assignment, text);
                break;
            case LeadSlot.FirstName:
                _lead.FirstName = TextWithin(assignment, text);
                break;
            case LeadSlot.LastName:
                _lead.LastName = TextWithin(assignment, text);
                break;
            case LeadSlot.Civility:
                _lead.Civility = ReadCivility(text);
                break;
            case LeadSlot.JobPosition:
                _lead.JobPosition = TextWithin(assignment, text);
                break;
            case LeadSlot.Email:
                ReadEmails(assignment, text);
                break;
            case LeadSlot.Phone:
                ReadPhones(assignment, text, PhoneType.Phone);
                break;
            case LeadSlot.Mobile:
                ReadPhones(assignment, text, PhoneType.Mobile);
                break;
            case LeadSlot.Fax:
                ReadPhones(assignment, text, PhoneType.Fax);
                break;
            case LeadSlot.LinkedIn:
                _lead.LinkedIn = ReadWebAddress(assignment, text);
                break;
            case LeadSlot.Website:
                _lead.Website = ReadWebAddress(assignment, text);
                break;
            case LeadSlot.Note:
                _lead.Note = ReadNote(assignment, text);
                break;
            case LeadSlot.Birthday:
                _lead.Birthday = ReadDate(assignment, text) is { } day ? DateOnly.FromDateTime(day) : null;
                break;
            case LeadSlot.Tags:
                ReadTags(assignment, text);
                break;
            case LeadSlot.CreatedInSellsy:
                _lead.CreatedInSellsy = ReadDate(assignment, text);
                break;
            case LeadSlot.ModifiedInSellsy:
                _lead.ModifiedInSellsy = ReadDate(assignment, text);
                break;
            case LeadSlot.EmailConsent:
                _lead.EmailConsent = ReadConsent(assignment, text);
                break;
            case LeadSlot.SmsConsent:
                _lead.SmsConsent = ReadConsent(assignment, text);
                break;
            default:
                ReadCompany(assignment, text);
                break;
        }
    }

    private void ReadCompany(CompiledAssignment assignment, CellText text)
    {
        switch (assignment.Slot)
        {
            case LeadSlot.CompanySellsyId:
                ReadCompanyId(assignment, text);
                break;
            case LeadSlot.Company:
                ReadCompanyName(assignment, text);
                break;
            case LeadSlot.CompanyEmail:
                _lead.Company.Email = ReadEmail(assignment, text);
                break;
            case LeadSlot.CompanyPhone:
                _lead.Company.Phone = ReadPhone(assignment, text);
                break;
            case LeadSlot.CompanyWebsite:
                _lead.Company.Website = ReadWebAddress(assignment, text);
                break;
            case LeadSlot.CompanySize:
                _lead.Company.Size = TextWithin(assignment, text);
                break;
            case LeadSlot.CompanyType:
                _lead.Company.Type = TextWithin(assignment, text);
                break;
            case LeadSlot.CompanyAddress or LeadSlot.CompanyAddress2 or LeadSlot.CompanyAddress3 or LeadSlot.CompanyAddress4:
                _lead.Company.AddressLines = TextWithin(assignment, text) is { } line ? _lead.Company.AddressLines.Add(line) : _lead.Company.AddressLines;
                break;
            case LeadSlot.CompanyZipCode:
                _lead.Company.ZipCode = TextWithin(assignment, text);
                _shortZipCode = PostalCode.MayLackZero(text.Span) ? assignment : null;
                break;
            case LeadSlot.CompanyCity:
                _lead.Company.City = TextWithin(assignment, text);
                break;
            case LeadSlot.CompanyState:
                _lead.Company.State = TextWithin(assignment, text);
                break;
            case LeadSlot.CompanyCountry:
                _lead.Company.Country = TextWithin(assignment, text);
                break;
            case LeadSlot.CompanySiren:
                _lead.Company.Siren = ReadCompanyNumber(assignment, text, CompanyNumber.IsSiren(text.Span));
                break;
            case LeadSlot.CompanySiret:
                _lead.Company.Siret = ReadCompanyNumber(assignment, text, CompanyNumber.IsSiret(text.Span));
                break;
            default:
                throw new InvalidOperationException($"No lead has a place for {assignment.Slot}.");
        }
    }

    /// <summary>A field of the host: checked by its kind, kept as text.</summary>
    private void ReadCustom(CompiledAssignment assignment, CellText text)
    {
        var kept = assignment.Field.Kind switch
        {
            LeadFieldKind.ContactId or LeadFieldKind.OwnerId or LeadFieldKind.CompanyId =>
                TryReadId(assignment, text, IssueSeverity.Warning) ? Keep(text) : null,
            LeadFieldKind.Civility => ReadCivility(text),
            LeadFieldKind.Email => ReadEmail(assignment, text),
            LeadFieldKind.Phone => ReadPhone(assignment, text) is { } phone ? phone.E164 ?? phone.Text : null,
            LeadFieldKind.WebAddress => ReadWebAddress(assignment, text),
            LeadFieldKind.Note => ReadNote(assignment, text),
            LeadFieldKind.Date => ReadDate(assignment, text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            LeadFieldKind.DateTime => ReadDate(assignment, text)?.ToString("s", CultureInfo.InvariantCulture),
            LeadFieldKind.Consent => ReadConsent(assignment, text) switch { true => "true", false => "false", null => null },
            LeadFieldKind.Number => ReadNumber(assignment, text),
            LeadFieldKind.YesNo => ReadYesNo(assignment, text),
            LeadFieldKind.Choice => ReadChoice(assignment, text),
            LeadFieldKind.Siren => ReadCompanyNumber(assignment, text, CompanyNumber.IsSiren(text.Span)),
            LeadFieldKind.Siret => ReadCompanyNumber(assignment, text, CompanyNumber.IsSiret(text.Span)),
            _ => TextWithin(assignment, text),
        };
        if (MakesLead && kept is not null)
        {
            LeadDraft.Add(ref _lead.CustomValues, new(assignment.Field.Name, kept));
        }
    }
}
