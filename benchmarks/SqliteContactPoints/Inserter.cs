using System.Buffers;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SqliteContactPoints;

/// <summary>Inserts leads by binding UTF-8.</summary>
internal sealed class Inserter(Shape shape, SqliteConnection connection, RawStatement lead, RawStatement? email, RawStatement? phone) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public void Insert(ReadOnlySpan<GeneratedLead> leads)
    {
        foreach (var one in leads)
        {
            lead.Bind(1, one.Id);
            for (var i = 0; i < 12; i++)
            {
                lead.Bind(2 + i, one.Texts[i]);
            }

            if (shape is Shape.Json or Shape.JsonAndEmail)
            {
                BindJson(one);
            }

            lead.Run();
            if (shape == Shape.Children)
            {
                InsertChildren(one);
            }
        }
    }

    public static ReadOnlySpan<byte> EmailsJson(GeneratedLead lead, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartArray();
        for (var i = 0; i < lead.Emails.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, i == 0 ? "primary"u8 : "secondary"u8);
            writer.WriteString("address"u8, lead.Emails[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    public static ReadOnlySpan<byte> PhonesJson(GeneratedLead lead, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartArray();
        foreach (var (type, text, e164) in lead.Phones)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, type);
            writer.WriteString("text"u8, text);
            writer.WriteString("e164"u8, e164);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    public void Dispose()
    {
        lead.Dispose();
        email?.Dispose();
        phone?.Dispose();
    }

    private void BindJson(GeneratedLead one)
    {
        if (one.Emails.Length > 0)
        {
            lead.Bind(14, EmailsJson(one, _buffer));
            if (shape == Shape.JsonAndEmail)
            {
                lead.Bind(16, one.Emails[0]);
            }
        }

        if (one.Phones.Length > 0)
        {
            lead.Bind(15, PhonesJson(one, _buffer));
        }
    }

    private void InsertChildren(GeneratedLead one)
    {
        var id = SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle!);
        for (var i = 0; i < one.Emails.Length; i++)
        {
            email!.Bind(1, id);
            email.Bind(2, i);
            email.Bind(3, i == 0 ? "primary"u8 : "secondary"u8);
            email.Bind(4, one.Emails[i]);
            email.Run();
        }

        for (var i = 0; i < one.Phones.Length; i++)
        {
            phone!.Bind(1, id);
            phone.Bind(2, i);
            phone.Bind(3, one.Phones[i].Type);
            phone.Bind(4, one.Phones[i].Text);
            phone.Bind(5, one.Phones[i].E164);
            phone.Run();
        }
    }
}
