using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// Writes the lists of a lead as values of the type <c>json</c>; an empty list is NULL. Accented letters are not escaped; the text never reaches a
/// web page, so HTML needs no escape.
/// </summary>
/// <param name="buffer">The target.</param>
/// <param name="storable">Refuses a text that cannot be stored.</param>
/// <param name="isBinary">Whether the columns have the type <c>jsonb</c>.</param>
internal sealed class LeadJson(CopyBuffer buffer, Func<string?, string?> storable, bool isBinary = false)
{
    private readonly Utf8JsonWriter _writer = new(
        buffer,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public void Texts(ImmutableArray<string> texts) => List(texts, static (json, text) => json.TextValue(text));

    public void Emails(ImmutableArray<LeadEmail> emails) => List(emails, static (json, email) =>
    {
        json._writer.WriteStartObject();
        json._writer.WriteString("type"u8, email.Type == EmailType.Primary ? "primary"u8 : "secondary"u8);
        json.Text("address"u8, email.Address);
        json._writer.WriteEndObject();
    });

    public void Phones(ImmutableArray<LeadPhone> phones) => List(phones, static (json, phone) => json.Phone(phone));

    public void Values(ImmutableArray<LeadValue> values) => List(values, static (json, value) =>
    {
        json._writer.WriteStartObject();
        json.Text("name"u8, value.Name);
        json.Text("text"u8, value.Text);
        json._writer.WriteEndObject();
    });

    /// <summary>A company with the values of its incoming row; missing values are left out.</summary>
    public void Company(LeadCompany? company)
    {
        if (company is null)
        {
            buffer.Null();
            return;
        }

        Start();
        _writer.WriteStartObject();
        Text("sellsy_id"u8, company.SellsyId);
        Text("name"u8, company.Name);
        Text("email"u8, company.Email);
        if (company.Phone is { } phone)
        {
            _writer.WritePropertyName("phone"u8);
            Phone(phone);
        }

        Text("website"u8, company.Website);
        Text("size"u8, company.Size);
        Text("type"u8, company.Type);
        AddressOf(company);
        Text("siren"u8, company.Siren);
        Text("siret"u8, company.Siret);
        _writer.WriteEndObject();
        End();
    }

    private void AddressOf(LeadCompany company)
    {
        if (company.AddressLines.Length > 0)
        {
            _writer.WriteStartArray("address_lines"u8);
            foreach (var line in company.AddressLines)
            {
                TextValue(line);
            }

            _writer.WriteEndArray();
        }

        Text("zip_code"u8, company.ZipCode);
        Text("city"u8, company.City);
        Text("state"u8, company.State);
        Text("country"u8, company.Country);
    }

    private void Phone(LeadPhone phone)
    {
        _writer.WriteStartObject();
        _writer.WriteString("type"u8, PhoneTypes.NameOf(phone.Type));
        Text("text"u8, phone.Text);
        Text("e164"u8, phone.E164);
        _writer.WriteEndObject();
    }

    private void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            _writer.WriteString(name, storable(text));
        }
    }

    private void TextValue(string text) => _writer.WriteStringValue(storable(text));

    private void List<T>(ImmutableArray<T> items, Action<LeadJson, T> write)
    {
        if (items.Length == 0)
        {
            buffer.Null();
            return;
        }

        Start();
        _writer.WriteStartArray();
        foreach (var item in items)
        {
            write(this, item);
        }

        _writer.WriteEndArray();
        End();
    }

    private void Start()
    {
        buffer.StartJson(isBinary);
        _writer.Reset();
    }

    private void End()
    {
        _writer.Flush();
        buffer.EndJson();
    }
}
