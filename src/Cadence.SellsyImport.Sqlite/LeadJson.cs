using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// Writes the lists of a lead as JSON. Every member is followed by a comma, and the bracket that closes a list or an object takes the place
/// of the last one.
/// </summary>
internal static class LeadJson
{
    private const int MostDigits = 20;

    public static void AppendTexts(this Utf8Buffer json, ImmutableArray<string> texts)
    {
        json.Append("["u8);
        foreach (var text in texts)
        {
            json.AppendJson(text);
            json.Append(","u8);
        }

        json.Close((byte)']');
    }

    public static void AppendEmails(this Utf8Buffer json, ImmutableArray<LeadEmail> emails)
    {
        json.Append("["u8);
        foreach (var email in emails)
        {
            json.Append(email.Type == EmailType.Primary ? "{\"type\":\"primary\",\"address\":"u8 : "{\"type\":\"secondary\",\"address\":"u8);
            json.AppendJson(email.Address);
            json.Append("},"u8);
        }

        json.Close((byte)']');
    }

    public static void AppendPhones(this Utf8Buffer json, ImmutableArray<LeadPhone> phones)
    {
        json.Append("["u8);
        foreach (var phone in phones)
        {
            AppendPhone(json, phone);
        }

        json.Close((byte)']');
    }

    public static void AppendValues(this Utf8Buffer json, ImmutableArray<LeadValue> values)
    {
        json.Append("["u8);
        foreach (var value in values)
        {
            json.Append("{\"name\":"u8);
            json.AppendJson(value.Name);
            json.Append(",\"text\":"u8);
            json.AppendJson(value.Text);
            json.Append("},"u8);
        }

        json.Close((byte)']');
    }

    public static void AppendCompany(this Utf8Buffer json, LeadCompany company)
    {
        json.Append("{"u8);
        AppendMember(json, "\"sellsy_id\":"u8, company.SellsyId);
        AppendMember(json, "\"name\":"u8, company.Name);
        AppendMember(json, "\"email\":"u8, company.Email);
        if (company.Phone is { } phone)
        {
            json.Append("\"phone\":"u8);
            AppendPhone(json, phone);
        }

        AppendMember(json, "\"website\":"u8, company.Website);
        AppendMember(json, "\"size\":"u8, company.Size);
        AppendMember(json, "\"type\":"u8, company.Type);
        if (company.AddressLines.Length > 0)
        {
            json.Append("\"address_lines\":"u8);
            json.AppendTexts(company.AddressLines);
            json.Append(","u8);
        }

        AppendMember(json, "\"zip_code\":"u8, company.ZipCode);
        AppendMember(json, "\"city\":"u8, company.City);
        AppendMember(json, "\"state\":"u8, company.State);
        AppendMember(json, "\"country\":"u8, company.Country);
        AppendMember(json, "\"siren\":"u8, company.Siren);
        AppendMember(json, "\"siret\":"u8, company.Siret);
        json.Close((byte)'}');
    }

    /// <summary>The company of a row, in the columns of <see cref="CompanyTable.Columns"/> from <paramref name="first"/> on.</summary>
    public static void AppendCompany(this Utf8Buffer json, SqliteStatement row, int first)
    {
        json.Append("{"u8);
        AppendMember(json, "\"sellsy_id\":"u8, row, first);
        AppendMember(json, "\"name\":"u8, row, first + 1);
        AppendMember(json, "\"email\":"u8, row, first + 2);
        if (!row.IsNull(first + 3))
        {
            json.Append("\"phone\":{"u8);
            AppendMember(json, "\"type\":"u8, row, first + 3);
            json.Append("\"text\":"u8);
            json.AppendJson(row.Utf8(first + 4));
            json.Append(","u8);
            AppendMember(json, "\"e164\":"u8, row, first + 5);
            json.Close((byte)'}');
            json.Append(","u8);
        }

        AppendMember(json, "\"website\":"u8, row, first + 6);
        AppendMember(json, "\"size\":"u8, row, first + 7);
        AppendMember(json, "\"type\":"u8, row, first + 8);
        if (!row.IsNull(first + 9))
        {
            json.Append("\"address_lines\":"u8);
            json.AppendTexts(StoredJson.Texts(row, first + 9));
            json.Append(","u8);
        }

        AppendMember(json, "\"zip_code\":"u8, row, first + 10);
        AppendMember(json, "\"city\":"u8, row, first + 11);
        AppendMember(json, "\"state\":"u8, row, first + 12);
        AppendMember(json, "\"country\":"u8, row, first + 13);
        AppendMember(json, "\"siren\":"u8, row, first + 14);
        AppendMember(json, "\"siret\":"u8, row, first + 15);
        json.Close((byte)'}');
    }

    /// <summary>Appends row ids and contact ids alternately.</summary>
    public static void AppendCreatedLeads(this Utf8Buffer json, ImmutableArray<LeadEntry> entries, ReadOnlySpan<byte> outcomes)
    {
        json.Append("["u8);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] == (byte)LeadEntryOutcome.Added)
            {
                json.Append(entries[i].Row, MostDigits, "D");
                json.Append(","u8);
                json.AppendJson(entries[i].Lead.SellsyContactId);
                json.Append(","u8);
            }
        }

        json.Close((byte)']');
    }

    private static void AppendMember(Utf8Buffer json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.Append(name);
            json.AppendJson(text);
            json.Append(","u8);
        }
    }

    private static void AppendMember(Utf8Buffer json, ReadOnlySpan<byte> name, SqliteStatement row, int column)
    {
        if (!row.IsNull(column))
        {
            json.Append(name);
            json.AppendJson(row.Utf8(column));
            json.Append(","u8);
        }
    }

    private static void AppendPhone(Utf8Buffer json, LeadPhone phone)
    {
        json.Append("{\"type\":"u8);
        json.AppendJson(PhoneTypes.NameOf(phone.Type));
        json.Append(",\"text\":"u8);
        json.AppendJson(phone.Text);
        json.Append(","u8);
        AppendMember(json, "\"e164\":"u8, phone.E164);
        json.Close((byte)'}');
        json.Append(","u8);
    }
}
