namespace Cadence.SellsyImport.Leads;

/// <summary>A part with one value, which is there or blank.</summary>
internal sealed class ValueAccessor<T>(string field, Func<Lead, T?> get, Func<Lead, T?, Lead> with, Func<T, string> text) : LeadFieldAccessor(field)
{
    public override bool IsSame(LeadVersion one, LeadVersion other) =>
        EqualityComparer<T?>.Default.Equals(get(one.Lead), get(other.Lead));

    public override LeadVersion Copy(LeadVersion to, LeadVersion from) => to with { Lead = with(to.Lead, get(from.Lead)) };

    public override LeadVersion Combine(LeadVersion there, LeadVersion row, bool overwrite) =>
        get(row.Lead) is not null && (overwrite || get(there.Lead) is null) && !IsSame(there, row) ? Copy(there, row) : there;

    public override void AddChanges(List<FieldChange> changes, LeadVersion before, LeadVersion after)
    {
        if (!IsSame(before, after))
        {
            changes.Add(new(Field, Text(before), Text(after)));
        }
    }

    private string? Text(LeadVersion lead) => get(lead.Lead) is { } value ? text(value) : null;
}
