using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// Writes the lists of a lead as values of the type <c>jsonb</c>; an empty list is NULL. Accents stay letters; the text never reaches a
/// page, so HTML needs no escape.
/// </summary>
internal sealed class LeadJson(CopyBuffer buffer, Func<string?, string?> storable)
{
    private readonly Utf8JsonWriter _writer = new(
        buffer,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public void Texts(ImmutableArray<string> texts) => List(texts, text => _writer.WriteStringValue(storable(text)));

    public void Emails(ImmutableArray<LeadEmail> emails) => List(emails, email =>
    {
        _writer.WriteStartObject();
        _writer.WriteString("type"u8, email.Type == EmailType.Primary ? "primary"u8 : "secondary"u8);
        _writer.WriteString("address"u8, storable(email.Address));
        _writer.WriteEndObject();
    });

    public void Phones(ImmutableArray<LeadPhone> phones) => List(phones, phone =>
    {
        _writer.WriteStartObject();
        _writer.WriteString("type"u8, PhoneTypes.NameOf(phone.Type));
        _writer.WriteString("text"u8, storable(phone.Text));
        if (phone.E164 is not null)
        {
            _writer.WriteString("e164"u8, storable(phone.E164));
        }

        _writer.WriteEndObject();
    });

    public void Values(ImmutableArray<LeadValue> values) => List(values, value =>
    {
        _writer.WriteStartObject();
        _writer.WriteString("name"u8, storable(value.Name));
        _writer.WriteString("text"u8, storable(value.Text));
        _writer.WriteEndObject();
    });

    private void List<T>(ImmutableArray<T> items, Action<T> write)
    {
        if (items.Length == 0)
        {
            buffer.Null();
            return;
        }

        buffer.StartJson();
        _writer.Reset();
        _writer.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }

        _writer.WriteEndArray();
        _writer.Flush();
        buffer.EndJson();
    }
}
