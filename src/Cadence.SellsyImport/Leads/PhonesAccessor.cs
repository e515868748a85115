using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Leads;

/// <summary>The phone numbers of one type.</summary>
internal sealed class PhonesAccessor(LeadField field, PhoneType type) : ValueAccessor<ValueList<LeadPhone>>(
    field.Name,
    (ref lead) => ref lead.Phones,
    phones => string.Join(", ", phones.Items.Select(TextOf)),
    combine: (there, row, overwrite) => Lists.ByPlace(there.Items, row.Items, overwrite, (one, other) => one == other))
{
    public PhoneType Type => type;

    /// <summary>A number as people are shown it.</summary>
    public static string TextOf(LeadPhone phone) => phone.E164 is null ? phone.Text : $"{phone.Text} ({phone.E164})";

    protected override ValueList<LeadPhone> Get(ref LeadData data) => data.Phones.Items.RemoveAll(phone => phone.Type != type);

    protected override void Put(ref LeadData data, ValueList<LeadPhone> value) =>
        data.Phones = data.Phones.Items.RemoveAll(phone => phone.Type == type).AddRange(value.Items).OrderBy(phone => phone.Type).ToImmutableArray();
}
