using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>Applies a policy to an existing lead and a row of the same contact, and lists the changes.</summary>
internal static class ExistingLeads
{
    /// <summary>The lead after the policy is applied; the same object if nothing changes.</summary>
    public static LeadVersion Apply(ExistingLeadPolicy policy, LeadVersion there, Lead row, CadenceUser owner)
    {
        if (policy == ExistingLeadPolicy.Skip)
        {
            return there;
        }

        var incoming = new LeadVersion(row, owner, there.Version);
        var lead = there;
        foreach (var part in LeadFieldTable.PartsOf(incoming))
        {
            lead = part.Combine(lead, incoming, overwrite: policy == ExistingLeadPolicy.Overwrite);
        }

        return lead;
    }

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
