using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Leads;

/// <summary>The phone numbers of one type.</summary>
internal sealed class PhonesAccessor(LeadField field, PhoneType type) : ValueAccessor<ValueList<LeadPhone>>(
    field.Name,
    (ref lead) => ref lead.Phones,
    phones => string.Join(", ", phones.Items.Select(TextOf)),
    combine: (there, row, overwrite, _) => Lists.ByPlace(there.Items, row.Items, overwrite, (one, other) => one == other, IsReplacedBy))
{
    public PhoneType Type => type;

    /// <summary>A number as people are shown it.</summary>
    public static string TextOf(LeadPhone phone) => phone.E164 is null ? phone.Text : $"{phone.Text} ({phone.E164})";

    /// <summary>A text that is no number never replaces a number.</summary>
    public static bool IsReplacedBy(LeadPhone there, LeadPhone row) => there.E164 is null || row.E164 is not null;

    public override IEnumerable<LeadValue> KeptAside(LeadVersion there, LeadVersion row) => Get(ref there.Lead.Data).Items.Zip(Get(ref row.Lead.Data).Items)
        .Where(pair => !IsReplacedBy(pair.First, pair.Second))
        .Select(pair => new LeadValue(Field, pair.Second.Text));

    protected override ValueList<LeadPhone> Get(ref LeadData data) => data.Phones.Items.RemoveAll(phone => phone.Type != type);

    protected override void Put(ref LeadData data, ValueList<LeadPhone> value) =>
        data.Phones = data.Phones.Items.RemoveAll(phone => phone.Type == type).AddRange(value.Items).OrderBy(phone => phone.Type).ToImmutableArray();
}
