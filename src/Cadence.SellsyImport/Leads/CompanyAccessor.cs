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
    /// Whether the company of a row is the one that is there: by their Sellsy ids, and by their names where one has no id, because a file that gives the name
    /// alone says nothing of the id. A row with neither, as in a file with the city and not the company, tells details of the company that is there. The
    /// other way round it is not known whose details are there, so they are not given to a company with a name.
    /// </summary>
    public static bool AreOne(LeadCompany there, LeadCompany row) => row is { SellsyId: null, NameKey: null }
        || (there.SellsyId is null || row.SellsyId is null ? there.NameKey == row.NameKey : there.SellsyId == row.SellsyId);

    private static LeadVersion With(LeadVersion lead, LeadCompany? company) => lead with { Lead = lead.Lead with { Company = company } };
}
