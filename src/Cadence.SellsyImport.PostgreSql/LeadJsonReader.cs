using System.Collections.Immutable;
using System.Text.Json;
using Cadence.SellsyImport.Leads;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Reads what <see cref="LeadJson"/> wrote; NULL is an empty list.</summary>
internal static class LeadJsonReader
{
    public static ImmutableArray<string> Texts(byte[]? json) => List(json, one => one.GetString()!);

    public static ImmutableArray<LeadEmail> Emails(byte[]? json) => List(json, one => new LeadEmail(
        Text(one, "type"u8) == "primary" ? EmailType.Primary : EmailType.Secondary,
        Text(one, "address"u8)!));

    public static ImmutableArray<LeadPhone> Phones(byte[]? json) => List(json, Phone);

    public static ImmutableArray<LeadValue> Values(byte[]? json) =>
        List(json, one => new LeadValue(Text(one, "name"u8)!, Text(one, "text"u8)!));

    public static ImmutableArray<SellsyUserId> SellsyIds(byte[]? json) =>
        List(json, one => new SellsyUserId(Text(one, "account"u8)!, Text(one, "id"u8)!));

    public static ImmutableArray<LeadCompany> Companies(byte[]? json) => List(json, Company);

    public static LeadCompany? Company(byte[]? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return Company(document.RootElement);
    }

    private static LeadCompany Company(JsonElement company) => new()
    {
        SellsyId = Text(company, "sellsy_id"u8),
        Name = Text(company, "name"u8),
        Email = Text(company, "email"u8),
        Phone = company.TryGetProperty("phone"u8, out var phone) ? Phone(phone) : null,
        Website = Text(company, "website"u8),
        Size = Text(company, "size"u8),
        Type = Text(company, "type"u8),
        AddressLines = company.TryGetProperty("address_lines"u8, out var lines) ? List(lines, one => one.GetString()!) : [],
        ZipCode = Text(company, "zip_code"u8),
        City = Text(company, "city"u8),
        State = Text(company, "state"u8),
        Country = Text(company, "country"u8),
        Siren = Text(company, "siren"u8),
        Siret = Text(company, "siret"u8),
    };

    private static LeadPhone Phone(JsonElement phone) =>
        new(PhoneTypes.TypeOf(Text(phone, "type"u8)), Text(phone, "text"u8)!, Text(phone, "e164"u8));

    private static string? Text(JsonElement element, ReadOnlySpan<byte> name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static ImmutableArray<T> List<T>(byte[]? json, Func<JsonElement, T> read)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return List(document.RootElement, read);
    }

    private static ImmutableArray<T> List<T>(JsonElement array, Func<JsonElement, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>(array.GetArrayLength());
        foreach (var one in array.EnumerateArray())
        {
            items.Add(read(one));
        }

        return items.MoveToImmutable();
    }
}
