using System.Collections.Immutable;
using System.Globalization;

namespace Cadence.SellsyImport.Leads;

/// <summary>All parts of a lead but its identity.</summary>
internal static class LeadFieldAccessors
{
    private static readonly ImmutableArray<LeadFieldAccessor> Fixed =
    [
        Text(LeadFields.FirstName, lead => lead.FirstName, (lead, text) => lead with { FirstName = text }),
        Text(LeadFields.LastName, lead => lead.LastName, (lead, text) => lead with { LastName = text }),
        new OwnerAccessor(),
        Text(LeadFields.Civility, lead => lead.Civility, (lead, text) => lead with { Civility = text }),
        Text(LeadFields.JobPosition, lead => lead.JobPosition, (lead, text) => lead with { JobPosition = text }),
        ContactAccessors.Emails,
        ContactAccessors.Phones(LeadFields.Phone, PhoneType.Phone),
        ContactAccessors.Phones(LeadFields.Mobile, PhoneType.Mobile),
        ContactAccessors.Phones(LeadFields.Fax, PhoneType.Fax),
        Text(LeadFields.LinkedIn, lead => lead.LinkedIn, (lead, text) => lead with { LinkedIn = text }),
        Text(LeadFields.Website, lead => lead.Website, (lead, text) => lead with { Website = text }),
        Text(LeadFields.Note, lead => lead.Note, (lead, text) => lead with { Note = text }),
        new ValueAccessor<DateOnly?>(
            LeadFields.Birthday.Name, lead => lead.Birthday, (lead, day) => lead with { Birthday = day }, day => day!.Value.ToString("O", CultureInfo.InvariantCulture)),
        new ListAccessor<string>(LeadFields.Tags.Name, lead => lead.Tags, (lead, tags) => lead with { Tags = tags }, Lists.Whole, tag => tag),
        new CompanyAccessor(),
        new ListAccessor<LeadCompany>(
            nameof(Lead.OtherCompanies),
            lead => lead.OtherCompanies,
            (lead, companies) => lead with { OtherCompanies = companies },
            (there, row, _) => Lists.Union(there, row, Companies.AreOne),
            company => company.Name ?? company.SellsyId ?? ""),
        Time(LeadFields.CreatedInSellsy, lead => lead.CreatedInSellsy, (lead, time) => lead with { CreatedInSellsy = time }),
        Time(LeadFields.ModifiedInSellsy, lead => lead.ModifiedInSellsy, (lead, time) => lead with { ModifiedInSellsy = time }),
        Consent(LeadFields.EmailConsent, lead => lead.EmailConsent, (lead, consent) => lead with { EmailConsent = consent }),
        Consent(LeadFields.SmsConsent, lead => lead.SmsConsent, (lead, consent) => lead with { SmsConsent = consent }),
    ];

    /// <summary>The parts of these leads: those that every lead has, and the named values that one of them has.</summary>
    public static IEnumerable<LeadFieldAccessor> Of(params LeadVersion[] leads) =>
    [
        .. Fixed,
        .. Named(leads, lead => lead.CustomValues, (lead, values) => lead with { CustomValues = values }),
        .. Named(leads, lead => lead.UnmappedValues, (lead, values) => lead with { UnmappedValues = values }),
        .. Named(leads, lead => lead.UnreadValues, (lead, values) => lead with { UnreadValues = values }),
    ];

    private static IEnumerable<LeadFieldAccessor> Named(
        LeadVersion[] leads,
        Func<Lead, ImmutableArray<LeadValue>> get,
        Func<Lead, ImmutableArray<LeadValue>, Lead> with) =>
        leads.SelectMany(lead => get(lead.Lead)).Select(value => value.Name).Distinct().Select(name => new NamedValuesAccessor(name, get, with));

    private static ValueAccessor<string> Text(LeadField field, Func<Lead, string?> get, Func<Lead, string?, Lead> with) =>
        new(field.Name, get, with, text => text);

    private static ValueAccessor<DateTime?> Time(LeadField field, Func<Lead, DateTime?> get, Func<Lead, DateTime?, Lead> with) =>
        new(field.Name, get, with, time => time!.Value.ToString("s", CultureInfo.InvariantCulture));

    private static ValueAccessor<bool?> Consent(LeadField field, Func<Lead, bool?> get, Func<Lead, bool?, Lead> with) =>
        new(field.Name, get, with, consent => consent == true ? "1" : "0");
}
