namespace Cadence.SellsyImport.Leads;

/// <summary>
/// The company with all its details. Details of two companies are never mixed: another company replaces the one before as a whole.
/// </summary>
internal sealed class CompanyAccessor() : LeadFieldAccessor(LeadFields.Company.Name)
{
    public override bool IsSame(LeadVersion one, LeadVersion other) => one.Lead.Company == other.Lead.Company;

    public override LeadVersion Copy(LeadVersion to, LeadVersion from) => With(to, from.Lead.Company);

    public override LeadVersion Combine(LeadVersion there, LeadVersion row, FieldPolicies policies)
    {
        var policy = policies.Of(Field);
        if (row.Lead.Company is not { } incoming || there.Lead.Company == incoming)
        {
            return there;
        }

        if (there.Lead.Company is { } known && AreOne(known, incoming))
        {
            var data = known.Data;
            foreach (var detail in LeadFieldTable.CompanyFields)
            {
                detail.Combine(ref data, incoming.Data, policies);
            }

            return data == known.Data ? there : With(there, new(data));
        }

        var isTaken = policy == ExistingLeadPolicy.Overwrite || (policy == ExistingLeadPolicy.FillBlanks && there.Lead.Company is null);
        return isTaken ? With(there, incoming) : there;
    }

    public override void AddChanges(List<FieldChange> changes, LeadVersion before, LeadVersion after)
    {
        foreach (var detail in LeadFieldTable.CompanyFields)
        {
            var (old, changed) = (detail.TextOf(before), detail.TextOf(after));
            if (old != changed)
            {
                changes.Add(new(detail.Field, old, changed));
            }
        }
    }

    /// <summary>
    /// Two companies are one by their Sellsy ids, and by their names where one has no id: a file that gives the name alone says nothing of the id. Details
    /// with neither are of the company that is there: a file of some columns may have the city and not the company.
    /// </summary>
    public static bool AreOne(LeadCompany one, LeadCompany other) => IsUnnamed(one) || IsUnnamed(other)
        || (one.SellsyId is null || other.SellsyId is null ? one.NameKey == other.NameKey : one.SellsyId == other.SellsyId);

    private static bool IsUnnamed(LeadCompany company) => company is { SellsyId: null, NameKey: null };

    private static LeadVersion With(LeadVersion lead, LeadCompany? company) => lead with { Lead = lead.Lead with { Company = company } };
}
