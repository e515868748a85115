using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Leads;

/// <summary>The values of one name in one of the lists of named values.</summary>
/// <param name="name">The name.</param>
/// <param name="place">Where the list is kept.</param>
/// <param name="isUnread">Whether it is the list of the texts that could not be read.</param>
internal sealed class NamedValuesAccessor(string name, Place<LeadData, ValueList<LeadValue>> place, bool isUnread = false) : ValueAccessor<ValueList<LeadValue>>(
    name,
    place,
    values => string.Join(", ", values.Items.Select(value => value.Text)),
    combine: (there, row, overwrite, policies) => overwrite && !(policies.IsOfPhones(name) && IsNumber(there) && !IsNumber(row)) ? row : there)
{
    protected override bool IsUnread => isUnread;

    public override IEnumerable<LeadValue> KeptAside(LeadVersion there, LeadVersion row) =>
        Get(ref there.Lead.Data) is { Items.IsEmpty: false } known && IsNumber(known) && Get(ref row.Lead.Data) is var values && !IsNumber(values) ? values.Items : [];

    /// <summary>Whether the values of a field of phones are numbers, which are kept in the form of E.164, or texts.</summary>
    private static bool IsNumber(ValueList<LeadValue> values) => values.Items.All(value => value.Text is ['+', .. var digits] && digits.All(char.IsAsciiDigit));

    protected override ValueList<LeadValue> Get(ref LeadData data) => base.Get(ref data).Items.RemoveAll(value => value.Name != Field);

    protected override void Put(ref LeadData data, ValueList<LeadValue> value)
    {
        var values = base.Get(ref data).Items;
        var first = values.FirstOrDefault(other => other.Name == Field);
        var others = values.RemoveAll(other => other.Name == Field);
        base.Put(ref data, others.InsertRange(first is null ? others.Length : values.IndexOf(first), value.Items));
    }
}
