using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>The parts that reach a lead: its e-mail addresses, and its phone numbers of each type.</summary>
internal static class ContactAccessors
{
    public static LeadFieldAccessor Emails { get; } = new ListAccessor<LeadEmail>(
        LeadFields.Email.Name,
        lead => lead.Emails,
        (lead, emails) => lead with { Emails = emails },
        (there, row, overwrite) => Ranked(Lists.ByPlace(there, row, overwrite, (one, other) => one.Address == other.Address)),
        email => email.Address);

    public static LeadFieldAccessor Phones(LeadField field, PhoneType type) => new ListAccessor<LeadPhone>(
        field.Name,
        lead => lead.Phones.RemoveAll(phone => phone.Type != type),
        (lead, phones) => lead with { Phones = [.. lead.Phones.RemoveAll(phone => phone.Type == type).AddRange(phones).OrderBy(phone => phone.Type)] },
        (there, row, overwrite) => Lists.ByPlace(there, row, overwrite, (one, other) => one == other),
        phone => phone.E164 is null ? phone.Text : $"{phone.Text} ({phone.E164})");

    /// <summary>The first address is the primary one.</summary>
    private static ImmutableArray<LeadEmail> Ranked(ImmutableArray<LeadEmail> emails) =>
        [.. emails.Select((email, place) => email with { Type = place == 0 ? EmailType.Primary : EmailType.Secondary })];
}
