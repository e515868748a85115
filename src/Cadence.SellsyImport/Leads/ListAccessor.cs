using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>A part with several values in order.</summary>
internal sealed class ListAccessor<T>(
    string field,
    Func<Lead, ImmutableArray<T>> get,
    Func<Lead, ImmutableArray<T>, Lead> with,
    Func<ImmutableArray<T>, ImmutableArray<T>, bool, ImmutableArray<T>> combine,
    Func<T, string> text) : LeadFieldAccessor(field)
{
    public override bool IsSame(LeadVersion one, LeadVersion other) =>
        get(one.Lead).AsSpan().SequenceEqual(get(other.Lead).AsSpan());

    public override LeadVersion Copy(LeadVersion to, LeadVersion from) => to with { Lead = with(to.Lead, get(from.Lead)) };

    public override LeadVersion Combine(LeadVersion there, LeadVersion row, bool overwrite)
    {
        if (get(row.Lead).IsEmpty || IsSame(there, row))
        {
            return there;
        }

        var combined = there with { Lead = with(there.Lead, combine(get(there.Lead), get(row.Lead), overwrite)) };
        return IsSame(there, combined) ? there : combined;
    }

    public override void AddChanges(List<FieldChange> changes, LeadVersion before, LeadVersion after)
    {
        if (!IsSame(before, after))
        {
            changes.Add(new(Field, Text(before), Text(after)));
        }
    }

    private string? Text(LeadVersion lead) => get(lead.Lead) is { IsEmpty: false } values ? string.Join(", ", values.Select(text)) : null;
}
