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

        var incoming = WithTextsKeptAside(policies, there, new LeadVersion(row, owner, there.Version));
        var lead = there;
        foreach (var part in LeadFieldTable.PartsOf(incoming))
        {
            lead = part.Combine(lead, incoming, policies);
        }

        return WithoutReadNow(policies, lead, there, incoming);
    }

    /// <summary>A text that is no number and so replaces none is kept with the values that could not be read.</summary>
    private static LeadVersion WithTextsKeptAside(FieldPolicies policies, LeadVersion there, LeadVersion row)
    {
        var aside = LeadFieldTable.PhonesOf(row, policies).Where(phones => policies.Of(phones.Field) == ExistingLeadPolicy.Overwrite)
            .SelectMany(phones => phones.KeptAside(there, row))
            .Except(row.Lead.UnreadValues)
            .ToList();
        return aside.Count == 0 ? row : row with { Lead = row.Lead with { UnreadValues = row.Lead.UnreadValues.AddRange(aside) } };
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
        !there.Emails.IsEmpty && !row.Emails.IsEmpty
        && !there.Emails.Any(one => row.Emails.Any(other => one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase)))
        && NamesOf(there) is { Count: > 0 } known && NamesOf(row) is { Count: > 0 } named && !known.SetEquals(named);

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
