using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Leads;

/// <summary>Applies a policy to an existing lead and a row of the same contact, and lists the changes.</summary>
internal static class ExistingLeads
{
    /// <summary>The lead after the policies are applied; the same object if nothing changes.</summary>
    public static LeadVersion Apply(FieldPolicies policies, LeadVersion there, Lead row, CadenceUser owner)
    {
        if (policies.OfImport == ExistingLeadPolicy.Skip)
        {
            return there;
        }

        var incoming = new LeadVersion(WithTextsKeptAside(policies, there.Lead, row), owner, there.Version);
        var lead = there;
        foreach (var part in LeadFieldTable.PartsOf(incoming))
        {
            lead = part.Combine(lead, incoming, policies);
        }

        return WithoutReadNow(policies, lead, there, incoming);
    }

    /// <summary>A text that is no number and so replaces none is kept with the values that could not be read.</summary>
    private static Lead WithTextsKeptAside(FieldPolicies policies, Lead there, Lead row)
    {
        var aside = LeadFieldTable.Phones.Where(phones => policies.Of(phones.Field) == ExistingLeadPolicy.Overwrite)
            .SelectMany(phones => phones.KeptAside(there, row)).ToList();
        if ((there.Company?.Phone, row.Company?.Phone) is ({ } known, { } incoming)
            && !PhonesAccessor.IsReplacedBy(known, incoming)
            && CompanyAccessor.AreOne(there.Company!, row.Company!)
            && policies.Of(LeadFields.CompanyPhone.Name) == ExistingLeadPolicy.Overwrite)
        {
            aside.Add(new(LeadFields.CompanyPhone.Name, incoming.Text));
        }

        return aside.Count == 0 ? row : row with { UnreadValues = row.UnreadValues.AddRange(aside.Where(value => !row.UnreadValues.Contains(value))) };
    }

    /// <summary>What could not be read before, and is read now, is no longer listed as unread.</summary>
    private static LeadVersion WithoutReadNow(FieldPolicies policies, LeadVersion lead, LeadVersion there, LeadVersion row)
    {
        var left = lead.Lead.UnreadValues.RemoveAll(unread => !row.Lead.UnreadValues.Any(value => value.Name == unread.Name) && IsReadNow(unread.Name));
        return left.Length == lead.Lead.UnreadValues.Length ? lead : lead with { Lead = lead.Lead with { UnreadValues = left } };

        bool IsReadNow(string field) => policies.Of(field) switch
        {
            ExistingLeadPolicy.Overwrite => IsFilled(row, field),
            ExistingLeadPolicy.FillBlanks => IsFilled(row, field) && !IsFilled(there, field),
            _ => false,
        };
    }

    private static bool IsFilled(LeadVersion lead, string field) =>
        LeadFieldTable.Of(field) is { } known ? known.TextOf(lead) is not null : lead.Lead.CustomValues.Any(value => value.Name == field);

    /// <summary>Whether two leads of one contact look like two people: their names are others, and no e-mail address is the same.</summary>
    public static bool LookDifferent(Lead there, Lead row) =>
        NamesOf(there) is { Count: > 0 } known && NamesOf(row) is { Count: > 0 } named && !known.SetEquals(named)
        && !there.Emails.IsEmpty && !row.Emails.IsEmpty
        && !there.Emails.Any(one => row.Emails.Any(other => one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase)));

    private static HashSet<string> NamesOf(Lead lead) =>
        TextFolding.Label($"{lead.FirstName} {lead.LastName}").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    public static ImmutableArray<FieldChange> Changes(LeadVersion before, LeadVersion after)
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        var changes = new List<FieldChange>();
        foreach (var part in LeadFieldTable.PartsOf(before, after))
        {
            part.AddChanges(changes, before, after);
        }

        return [.. changes];
    }
}
