using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// Writes the lists of a lead as JSON. Accents stay letters, so that the columns can be read and searched as they are; the text never
/// reaches a page, so HTML needs no escape. What is returned is valid until the next call.
/// </summary>
internal sealed class LeadJson
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer;

    public LeadJson() => _writer = new(
        _buffer,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public ReadOnlySpan<byte> Texts(ImmutableArray<string> texts)
    {
        Start();
        WriteTexts(texts);
        return End();
    }

    public ReadOnlySpan<byte> Emails(ImmutableArray<LeadEmail> emails)
    {
        Start();
        _writer.WriteStartArray();
        foreach (var email in emails)
        {
            _writer.WriteStartObject();
            _writer.WriteString("type"u8, email.Type == EmailType.Primary ? "primary"u8 : "secondary"u8);
            _writer.WriteString("address"u8, email.Address);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        return End();
    }

    public ReadOnlySpan<byte> Phones(ImmutableArray<LeadPhone> phones)
    {
        Start();
        _writer.WriteStartArray();
        foreach (var phone in phones)
        {
            WritePhone(phone);
        }

        _writer.WriteEndArray();
        return End();
    }

    public ReadOnlySpan<byte> Values(ImmutableArray<LeadValue> values)
    {
        Start();
        _writer.WriteStartArray();
        foreach (var value in values)
        {
            _writer.WriteStartObject();
            _writer.WriteString("name"u8, value.Name);
            _writer.WriteString("text"u8, value.Text);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        return End();
    }

    public ReadOnlySpan<byte> Company(LeadCompany company)
    {
        Start();
        _writer.WriteStartObject();
        Write("sellsy_id"u8, company.SellsyId);
        Write("name"u8, company.Name);
        Write("email"u8, company.Email);
        if (company.Phone is { } phone)
        {
            _writer.WritePropertyName("phone"u8);
            WritePhone(phone);
        }

        Write("website"u8, company.Website);
        Write("size"u8, company.Size);
        Write("type"u8, company.Type);
        if (company.AddressLines.Length > 0)
        {
            _writer.WritePropertyName("address_lines"u8);
            WriteTexts(company.AddressLines);
        }

        Write("zip_code"u8, company.ZipCode);
        Write("city"u8, company.City);
        Write("state"u8, company.State);
        Write("country"u8, company.Country);
        Write("siren"u8, company.Siren);
        Write("siret"u8, company.Siret);
        _writer.WriteEndObject();
        return End();
    }

    /// <summary>Rows and contact ids by turns.</summary>
    public ReadOnlySpan<byte> CreatedLeads(ImmutableArray<LeadEntry> entries, ReadOnlySpan<byte> outcomes)
    {
        Start();
        _writer.WriteStartArray();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] == (byte)LeadEntryOutcome.Added)
            {
                _writer.WriteNumberValue(entries[i].Row);
                _writer.WriteStringValue(entries[i].Lead.SellsyContactId);
            }
        }

        _writer.WriteEndArray();
        return End();
    }

    private void Start()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
    }

    private ReadOnlySpan<byte> End()
    {
        _writer.Flush();
        return _buffer.WrittenSpan;
    }

    private void Write(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            _writer.WriteString(name, text);
        }
    }

    private void WritePhone(LeadPhone phone)
    {
        _writer.WriteStartObject();
        _writer.WriteString("type"u8, PhoneTypes.NameOf(phone.Type));
        _writer.WriteString("text"u8, phone.Text);
        Write("e164"u8, phone.E164);
        _writer.WriteEndObject();
    }

    private void WriteTexts(ImmutableArray<string> texts)
    {
        _writer.WriteStartArray();
        foreach (var text in texts)
        {
            _writer.WriteStringValue(text);
        }

        _writer.WriteEndArray();
    }
}
