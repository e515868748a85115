using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>Completes a lead by a later row of the same contact: its blanks are filled, its companies collected, and a refusal of consent stands.</summary>
internal static class LeadMerge
{
    // The owner stays the first row's, whoever that is.
    private static readonly CadenceUser FirstOwner = new("", "", "");

    public static Lead Complete(Lead lead, Lead by)
    {
        var row = new LeadVersion(by with { OtherCompanies = OtherCompanies(lead, by) }, FirstOwner, 0);
        var merged = new LeadVersion(lead, FirstOwner, 0);
        foreach (var part in LeadFieldTable.PartsOf(row))
        {
            merged = part.Combine(merged, row, FieldPolicies.OfMergedRows);
        }

        return merged.Lead;
    }

    private static ImmutableArray<LeadCompany> OtherCompanies(Lead lead, Lead by) =>
        lead.Company is { } first && by.Company is { } other && !CompanyAccessor.AreOne(first, other) ? [other] : [];
}
