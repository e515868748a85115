namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The columns of a company that come from a row, in one order everywhere.</summary>
internal static class CompanyColumns
{
    public const int Count = 16;

    /// <summary>The index of the address lines, which are a list.</summary>
    public const int AddressLines = 9;

    private static readonly string[] Names =
    [
        "sellsy_id", "name", "email", "phone_type", "phone_text", "phone_e164", "website", "size", "type", "address_lines", "zip_code",
        "city", "state", "country", "siren", "siret",
    ];

    public static string All { get; } = Of("");

    /// <summary>The columns, each prefixed with a table or alias that ends in a dot.</summary>
    public static string Of(string prefix) => string.Join(", ", Names.Select(name => prefix + name));

    /// <summary>The value of a column, by its index; the address lines are written separately.</summary>
    public static string? Value(LeadCompany company, int column) => column switch
    {
        0 => company.SellsyId,
        1 => company.Name,
        2 => company.Email,
        3 => company.Phone is { } phone ? PhoneTypes.NameOf(phone.Type) : null,
        4 => company.Phone?.Text,
        5 => company.Phone?.E164,
        6 => company.Website,
        7 => company.Size,
        8 => company.Type,
        10 => company.ZipCode,
        11 => company.City,
        12 => company.State,
        13 => company.Country,
        14 => company.Siren,
        15 => company.Siret,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No column of one text."),
    };
}
