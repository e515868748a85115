using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <content>The kinds of fields.</content>
internal ref partial struct RowReading
{
    /// <summary>A field that Cadence knows. What has several values, or takes the rest of the file to explain, is read by a method of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadKnown(CompiledAssignment assignment, LeadFieldAccessor known, CellText text)
    {
        switch (assignment.Field.Kind)
        {
            case LeadFieldKind.ContactId:
                ReadContactId(assignment, text);
                break;
            case LeadFieldKind.OwnerName:
                _lead.Lead.NamedOwner = _lead.Lead.NamedOwner with { Name = ReadOwnerName(assignment, text) };
                break;
            case LeadFieldKind.OwnerId:
                _lead.Lead.NamedOwner = _lead.Lead.NamedOwner with { SellsyId = ReadOwnerId(assignment, text) };
                break;
            case LeadFieldKind.Email when assignment.IsOfContactLists:
                ReadEmails(assignment, text);
                break;
            case LeadFieldKind.Phone when known is PhonesAccessor phones:
                ReadPhones(assignment, text, phones.Type);
                break;
            case LeadFieldKind.Tags:
                ReadTags(assignment, text);
                break;
            case LeadFieldKind.CompanyId:
                ReadCompanyId(assignment, text);
                break;
            case LeadFieldKind.CompanyName:
                ReadCompanyName(assignment, text);
                break;
            default:
                var value = ReadValue(assignment, text);
                if (MakesLead)
                {
                    known.Set(ref _lead, assignment.Field.Kind, value);
                }

                if (assignment.IsZipCode && PostalCode.MayLackZero(text.Span))
                {
                    _shortZipCode = assignment;
                }

                break;
        }
    }

    /// <summary>A field of the host: checked by its kind, kept as text.</summary>
    private void ReadCustom(CompiledAssignment assignment, CellText text)
    {
        var value = ReadValue(assignment, text);
        if (MakesLead && value.ToText(assignment.Field.Kind) is { } kept)
        {
            LeadDraft.Add(ref _lead.CustomValues, new(assignment.Field.Name, kept));
        }
    }

    /// <summary>A cell with one value.</summary>
    private FieldValue ReadValue(CompiledAssignment assignment, CellText text) => assignment.Field.Kind switch
    {
        LeadFieldKind.ContactId or LeadFieldKind.OwnerId or LeadFieldKind.CompanyId =>
            TryReadId(assignment, text, IssueSeverity.Warning) ? Keep(text) : null,
        LeadFieldKind.Civility => ReadCivility(text),
        LeadFieldKind.Email => ReadEmail(assignment, text),
        LeadFieldKind.Phone => ReadPhone(assignment, text),
        LeadFieldKind.WebAddress => ReadWebAddress(assignment, text),
        LeadFieldKind.Note => ReadNote(assignment, text),
        LeadFieldKind.Date or LeadFieldKind.DateTime => ReadDate(assignment, text),
        LeadFieldKind.Consent => ReadConsent(assignment, text),
        LeadFieldKind.YesNo => ReadYesNo(assignment, text, IssueCodes.YesNoInvalid),
        LeadFieldKind.Number => ReadNumber(assignment, text),
        LeadFieldKind.Choice => ReadChoice(assignment, text),
        LeadFieldKind.Siren => ReadCompanyNumber(assignment, text, CompanyNumber.IsSiren(text.Span)),
        LeadFieldKind.Siret => ReadCompanyNumber(assignment, text, CompanyNumber.IsSiret(text.Span)),
        _ => TextWithin(assignment, text),
    };
}
