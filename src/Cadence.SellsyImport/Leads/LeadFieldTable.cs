using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Leads;

/// <summary>
/// Every field that Cadence knows, with its place in a lead. Whatever is done with a field uses this one table, so that a new field is
/// a line here, a line in <see cref="LeadData"/> or <see cref="CompanyData"/>, and a property.
/// </summary>
internal static class LeadFieldTable
{
    private static readonly ImmutableArray<LeadFieldAccessor> All =
    [
        new ContextAccessor(LeadFields.SellsyContactId),
        Text(LeadFields.FirstName, (ref lead) => ref lead.FirstName),
        Text(LeadFields.LastName, (ref lead) => ref lead.LastName),
        new OwnerAccessor(),
        new ContextAccessor(LeadFields.OwnerSellsyId),
        Text(LeadFields.Civility, (ref lead) => ref lead.Civility),
        Text(LeadFields.JobPosition, (ref lead) => ref lead.JobPosition),
        new ValueAccessor<ValueList<LeadEmail>>(LeadFields.Email.Name, (ref lead) => ref lead.Emails, emails => Joined(emails, email => email.Address), combine: Emails),
        new PhonesAccessor(LeadFields.Phone, PhoneType.Phone),
        new PhonesAccessor(LeadFields.Mobile, PhoneType.Mobile),
        new PhonesAccessor(LeadFields.Fax, PhoneType.Fax),
        Text(LeadFields.LinkedIn, (ref lead) => ref lead.LinkedIn),
        Text(LeadFields.Website, (ref lead) => ref lead.Website),
        Text(LeadFields.Note, (ref lead) => ref lead.Note),
        new ValueAccessor<DateOnly?>(
            LeadFields.Birthday.Name,
            (ref lead) => ref lead.Birthday,
            day => day!.Value.ToString("O", CultureInfo.InvariantCulture),
            (_, value, _) => value.Time is { } day ? DateOnly.FromDateTime(day) : null),
        new ValueAccessor<ValueList<string>>(LeadFields.Tags.Name, (ref lead) => ref lead.Tags, tags => Joined(tags, tag => tag)),
        CompanyText(LeadFields.CompanySellsyId, (ref company) => ref company.SellsyId),
        CompanyText(LeadFields.Company, (ref company) => ref company.Name),
        CompanyText(LeadFields.CompanyEmail, (ref company) => ref company.Email),
        new CompanyValueAccessor<LeadPhone?>(LeadFields.CompanyPhone, (ref company) => ref company.Phone, PhonesAccessor.TextOf!, (_, value, _) => value.Phone, (there, row) => PhonesAccessor.IsReplacedBy(there!, row!)),
        CompanyText(LeadFields.CompanyWebsite, (ref company) => ref company.Website),
        CompanyText(LeadFields.CompanySize, (ref company) => ref company.Size),
        CompanyText(LeadFields.CompanyType, (ref company) => ref company.Type),
        Address(LeadFields.CompanyAddress),
        Address(LeadFields.CompanyAddress2),
        Address(LeadFields.CompanyAddress3),
        Address(LeadFields.CompanyAddress4),
        CompanyText(LeadFields.CompanyZipCode, (ref company) => ref company.ZipCode),
        CompanyText(LeadFields.CompanyCity, (ref company) => ref company.City),
        CompanyText(LeadFields.CompanyState, (ref company) => ref company.State),
        CompanyText(LeadFields.CompanyCountry, (ref company) => ref company.Country),
        CompanyText(LeadFields.CompanySiren, (ref company) => ref company.Siren),
        CompanyText(LeadFields.CompanySiret, (ref company) => ref company.Siret),
        new CompanyAccessor(),
        new ValueAccessor<ValueList<LeadCompany>>(
            nameof(Lead.OtherCompanies),
            (ref lead) => ref lead.OtherCompanies,
            companies => Joined(companies, company => company.Name ?? company.SellsyId ?? ""),
            combine: (there, row, _, _) => Lists.Union(there.Items, row.Items, CompanyAccessor.AreOne)),
        Time(LeadFields.CreatedInSellsy, (ref lead) => ref lead.CreatedInSellsy),
        Time(LeadFields.ModifiedInSellsy, (ref lead) => ref lead.ModifiedInSellsy),
        Consent(LeadFields.EmailConsent, (ref lead) => ref lead.EmailConsent),
        Consent(LeadFields.SmsConsent, (ref lead) => ref lead.SmsConsent),
    ];

    /// <summary>The details of a company; those that share a place once.</summary>
    public static ImmutableArray<CompanyFieldAccessor> CompanyFields { get; } =
        [.. All.OfType<CompanyFieldAccessor>().Where(detail => detail.Field is not (nameof(LeadFields.CompanyAddress2) or nameof(LeadFields.CompanyAddress3) or nameof(LeadFields.CompanyAddress4)))];

    private static readonly FrozenDictionary<string, (LeadFieldAccessor Accessor, int Number)> Known = LeadFields.All
        .Select((field, index) => (Accessor: All.First(accessor => accessor.Field == field.Name), Number: index + 1))
        .ToFrozenDictionary(known => known.Accessor.Field, StringComparer.Ordinal);

    private static readonly ImmutableArray<LeadFieldAccessor> Phones = [.. All.Where(known => known is PhonesAccessor || known.Field == LeadFields.CompanyPhone.Name)];

    /// <summary>The accessor of a field; null for a host's own.</summary>
    public static LeadFieldAccessor? Of(LeadField field) => Of(field.Name);

    /// <inheritdoc cref="Of(LeadField)"/>
    public static LeadFieldAccessor? Of(string field) => Known.GetValueOrDefault(field).Accessor;

    /// <summary>The place of a field among those that Cadence knows, from 1; 0 for a host's own.</summary>
    public static int NumberOf(LeadField field) => Known.GetValueOrDefault(field.Name).Number;

    /// <summary>The parts of a row with phone numbers, those of a host's own fields too.</summary>
    public static IEnumerable<LeadFieldAccessor> PhonesOf(LeadVersion row, FieldPolicies policies) =>
        Phones.Concat(row.Lead.CustomValues.Select(value => value.Name).Distinct().Where(policies.IsOfPhones).Select(name => new NamedValuesAccessor(name, (ref lead) => ref lead.CustomValues)));

    /// <summary>The parts of these leads: those that every lead has, and the named values that one of them has.</summary>
    public static IEnumerable<LeadFieldAccessor> PartsOf(params LeadVersion[] leads) =>
    [
        .. All,
        .. Named(leads, (ref lead) => ref lead.CustomValues),
        .. Named(leads, (ref lead) => ref lead.UnmappedValues),
        .. Named(leads, (ref lead) => ref lead.UnreadValues, areUnread: true),
    ];

    private static IEnumerable<LeadFieldAccessor> Named(LeadVersion[] leads, Place<LeadData, ValueList<LeadValue>> place, bool areUnread = false) =>
        leads.SelectMany(lead => place(ref lead.Lead.Data).Items).Select(value => value.Name).Distinct().Select(name => new NamedValuesAccessor(name, place, areUnread));

    private static ValueAccessor<string?> Text(LeadField field, Place<LeadData, string?> place) =>
        new(field.Name, place, text => text!, (_, value, kind) => value.ToText(kind));

    private static ValueAccessor<DateTime?> Time(LeadField field, Place<LeadData, DateTime?> place) =>
        new(field.Name, place, time => time!.Value.ToString("s", CultureInfo.InvariantCulture), (_, value, _) => value.Time);

    private static ValueAccessor<bool?> Consent(LeadField field, Place<LeadData, bool?> place) =>
        new(field.Name, place, consent => consent == true ? "1" : "0", (before, value, _) => before == false ? before : value.YesNo ?? before, Consents);

    private static CompanyValueAccessor<string?> CompanyText(LeadField field, Place<CompanyData, string?> place) =>
        new(field, place, text => text, (_, value, kind) => value.ToText(kind));

    private static CompanyValueAccessor<ValueList<string>> Address(LeadField field) => new(
        field,
        (ref company) => ref company.AddressLines,
        lines => string.Join(", ", lines.Items),
        (lines, value, kind) => value.ToText(kind) is { } line ? lines.Items.Add(line) : lines);

    /// <summary>A refusal becomes a consent only where the host allows it.</summary>
    private static bool? Consents(bool? there, bool? row, bool overwrite, FieldPolicies policies) =>
        row == true ? (overwrite && policies.ConsentReplacesRefusal ? row : there)
        : overwrite || policies.RefusalStands ? row : there;

    /// <summary>The first address is the primary one.</summary>
    private static ValueList<LeadEmail> Emails(ValueList<LeadEmail> there, ValueList<LeadEmail> row, bool overwrite, FieldPolicies policies) =>
        Lists.ByPlace(there.Items, row.Items, overwrite, (one, other) => one.Address == other.Address)
            .Select((email, place) => email with { Type = place == 0 ? EmailType.Primary : EmailType.Secondary })
            .ToImmutableArray();

    private static string Joined<T>(ValueList<T> values, Func<T, string> text) => string.Join(", ", values.Items.Select(text));

    /// <summary>A field that is read and compared with the whole row.</summary>
    private sealed class ContextAccessor(LeadField field) : LeadFieldAccessor(field.Name);
}
