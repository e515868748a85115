namespace Cadence.SellsyImport.Leads;

/// <summary>
/// The company with all its details. Details of two companies are never mixed: another company replaces the one before as a whole.
/// </summary>
internal sealed class CompanyAccessor() : LeadFieldAccessor(LeadFields.Company.Name)
{
    public override bool IsSame(LeadVersion one, LeadVersion other) => one.Lead.Company == other.Lead.Company;

    public override LeadVersion Copy(LeadVersion to, LeadVersion from) => With(to, from.Lead.Company);

    public override LeadVersion Combine(LeadVersion there, LeadVersion row, bool overwrite)
    {
        if (row.Lead.Company is not { } incoming)
        {
            return there;
        }

        var combined = there.Lead.Company switch
        {
            null => incoming,
            var known when AreOne(known, incoming) => overwrite ? Fill(incoming, known) : Fill(known, incoming),
            var known => overwrite ? incoming : known,
        };
        return there.Lead.Company == combined ? there : With(there, combined);
    }

    public override void AddChanges(List<FieldChange> changes, LeadVersion before, LeadVersion after)
    {
        foreach (var detail in LeadFieldTable.CompanyFields)
        {
            var (old, changed) = (TextOf(before, detail), TextOf(after, detail));
            if (old != changed)
            {
                changes.Add(new(detail.Field, old, changed));
            }
        }
    }

    /// <summary>Two companies are one by their Sellsy ids, and by their names only where neither has an id.</summary>
    public static bool AreOne(LeadCompany one, LeadCompany other) =>
        one.SellsyId is null && other.SellsyId is null ? one.NameKey == other.NameKey : one.SellsyId == other.SellsyId;

    private static LeadCompany Fill(LeadCompany company, LeadCompany by)
    {
        var data = company.Data;
        foreach (var detail in LeadFieldTable.CompanyFields)
        {
            detail.Fill(ref data, by.Data);
        }

        return new(data);
    }

    private static string? TextOf(LeadVersion lead, CompanyFieldAccessor detail) => lead.Lead.Company is { } company ? detail.TextOf(company.Data) : null;

    private static LeadVersion With(LeadVersion lead, LeadCompany? company) => lead with { Lead = lead.Lead with { Company = company } };
}
