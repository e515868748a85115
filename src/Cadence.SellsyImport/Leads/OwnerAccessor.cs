namespace Cadence.SellsyImport.Leads;

/// <summary>The owner: another user is a change, another spelling of the same one is not.</summary>
internal sealed class OwnerAccessor() : LeadFieldAccessor(LeadFields.Owner.Name)
{
    public override bool IsSame(LeadVersion one, LeadVersion other) => one.Owner.Id == other.Owner.Id;

    public override LeadVersion Copy(LeadVersion to, LeadVersion from) =>
        to with { Owner = from.Owner, Lead = to.Lead with { NamedOwner = from.Lead.NamedOwner } };

    // A lead always has an owner, so that there is no blank to fill, and a cell that names no user replaces none.
    public override LeadVersion Combine(LeadVersion there, LeadVersion row, FieldPolicies policies) =>
        policies.Of(Field) == ExistingLeadPolicy.Overwrite && !IsSame(there, row) && !policies.IsStandIn(row.Lead.NamedOwner) ? Copy(there, row) : there;

    public override string? TextOf(LeadVersion lead) => lead.Owner.FullName;
}
