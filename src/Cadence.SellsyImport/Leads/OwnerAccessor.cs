namespace Cadence.SellsyImport.Leads;

/// <summary>The owner: another user is a change, another spelling of the same one is not.</summary>
internal sealed class OwnerAccessor() : LeadFieldAccessor(LeadFields.Owner.Name)
{
    public override bool IsSame(LeadVersion one, LeadVersion other) => one.Owner.Id == other.Owner.Id;

    public override LeadVersion Copy(LeadVersion to, LeadVersion from) =>
        to with { Owner = from.Owner, Lead = to.Lead with { NamedOwner = from.Lead.NamedOwner } };

    // A lead always has an owner, so that there is no blank to fill.
    public override LeadVersion Combine(LeadVersion there, LeadVersion row, bool overwrite) =>
        overwrite && !IsSame(there, row) ? Copy(there, row) : there;

    public override void AddChanges(List<FieldChange> changes, LeadVersion before, LeadVersion after)
    {
        if (!IsSame(before, after))
        {
            changes.Add(new(Field, before.Owner.FullName, after.Owner.FullName));
        }
    }
}
