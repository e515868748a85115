using System.Globalization;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The values of a lead with their labels, as the panel of a row shows them.</summary>
internal static class LeadTexts
{
    public static IEnumerable<LabelledText> Of(Lead? lead, ImportTexts texts)
    {
        if (lead is null)
        {
            return [];
        }

        var company = lead.Company;
        IEnumerable<(LeadField Field, string? Text)> all =
        [
            (LeadFields.SellsyContactId, lead.SellsyContactId),
            (LeadFields.Civility, lead.Civility),
            (LeadFields.FirstName, lead.FirstName),
            (LeadFields.LastName, lead.LastName),
            (LeadFields.JobPosition, lead.JobPosition),
            (LeadFields.Email, string.Join(", ", lead.Emails.Select(email => email.Address))),
            .. new[] { (LeadFields.Phone, PhoneType.Phone), (LeadFields.Mobile, PhoneType.Mobile), (LeadFields.Fax, PhoneType.Fax) }
                .Select(phone => (phone.Item1, (string?)string.Join(", ", lead.Phones.Where(one => one.Type == phone.Item2).Select(one => one.E164 ?? one.Text)))),
            (LeadFields.LinkedIn, lead.LinkedIn),
            (LeadFields.Website, lead.Website),
            (LeadFields.Note, lead.Note),
            (LeadFields.Birthday, lead.Birthday?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            (LeadFields.Tags, string.Join(", ", lead.Tags)),
            (LeadFields.Company, company?.Name),
            (LeadFields.CompanySellsyId, company?.SellsyId),
            (LeadFields.CompanyAddress, company is null ? null : string.Join(", ", [.. company.AddressLines, company.ZipCode, company.City, company.Country])),
        ];
        return
        [
            .. all.Where(one => !string.IsNullOrWhiteSpace(one.Text?.Trim(',', ' '))).Select(one => new LabelledText(texts.FieldLabel(one.Field.Name), one.Text!.Trim(',', ' '))),
            .. lead.CustomValues.Concat(lead.UnmappedValues).Select(value => new LabelledText(texts.FieldLabel(value.Name), value.Text)),
        ];
    }
}
