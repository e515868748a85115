using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>The values of one name in one of the lists of named values.</summary>
internal sealed class NamedValuesAccessor(
    string name,
    Func<Lead, ImmutableArray<LeadValue>> get,
    Func<Lead, ImmutableArray<LeadValue>, Lead> with) : LeadFieldAccessor(name)
{
    public override bool IsSame(LeadVersion one, LeadVersion other) => ValuesOf(one).SequenceEqual(ValuesOf(other));

    public override LeadVersion Copy(LeadVersion to, LeadVersion from)
    {
        var values = get(to.Lead);
        var place = values.IndexOf(values.FirstOrDefault(value => value.Name == Field) ?? new(Field, ""));
        var others = values.RemoveAll(value => value.Name == Field);
        return to with { Lead = with(to.Lead, others.InsertRange(place < 0 ? others.Length : place, ValuesOf(from))) };
    }

    public override LeadVersion Combine(LeadVersion there, LeadVersion row, bool overwrite) =>
        ValuesOf(row).Any() && (overwrite || !ValuesOf(there).Any()) && !IsSame(there, row) ? Copy(there, row) : there;

    public override void AddChanges(List<FieldChange> changes, LeadVersion before, LeadVersion after)
    {
        if (!IsSame(before, after))
        {
            changes.Add(new(Field, Text(before), Text(after)));
        }
    }

    private IEnumerable<LeadValue> ValuesOf(LeadVersion lead) => get(lead.Lead).Where(value => value.Name == Field);

    private string? Text(LeadVersion lead) => ValuesOf(lead).Any() ? string.Join(", ", ValuesOf(lead).Select(value => value.Text)) : null;
}
