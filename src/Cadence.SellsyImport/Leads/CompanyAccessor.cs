namespace Cadence.SellsyImport.Leads;

/// <summary>
/// The company with all its facts. Facts of two companies are never mixed: another company replaces the one before as a whole.
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
            var known when Companies.AreOne(known, incoming) => overwrite ? Companies.Fill(incoming, known) : Companies.Fill(known, incoming),
            var known => overwrite ? incoming : known,
        };
        return there.Lead.Company == combined ? there : With(there, combined);
    }

    public override void AddChanges(List<FieldChange> changes, LeadVersion before, LeadVersion after)
    {
        foreach (var (field, text) in Companies.Facts)
        {
            var (old, changed) = (TextOf(before, text), TextOf(after, text));
            if (old != changed)
            {
                changes.Add(new(field, old, changed));
            }
        }
    }

    private static string? TextOf(LeadVersion lead, Func<LeadCompany, string?> text) => lead.Lead.Company is { } company ? text(company) : null;

    private static LeadVersion With(LeadVersion lead, LeadCompany? company) => lead with { Lead = lead.Lead with { Company = company } };
}
