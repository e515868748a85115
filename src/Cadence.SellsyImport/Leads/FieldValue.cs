using System.Globalization;

namespace Cadence.SellsyImport.Leads;

/// <summary>The value of a cell that has one value, as its kind is read; nothing where it could not be read.</summary>
internal readonly record struct FieldValue(string? Text = null, DateTime? Time = null, bool? YesNo = null, LeadPhone? Phone = null)
{
    public static implicit operator FieldValue(string? text) => new(Text: text);

    public static implicit operator FieldValue(DateTime? time) => new(Time: time);

    public static implicit operator FieldValue(bool? yesNo) => new(YesNo: yesNo);

    public static implicit operator FieldValue(LeadPhone? phone) => new(Phone: phone);

    /// <summary>The value as a field of texts keeps it.</summary>
    public string? ToText(LeadFieldKind kind) => this switch
    {
        { Text: { } text } => text,
        { Time: { } time } => time.ToString(kind == LeadFieldKind.Date ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture),
        { YesNo: { } yesNo } => yesNo ? "true" : "false",
        { Phone: { } phone } => phone.E164 ?? phone.Text,
        _ => null,
    };
}
