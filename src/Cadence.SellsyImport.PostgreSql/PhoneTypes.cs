namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The names of phone types in the database.</summary>
internal static class PhoneTypes
{
    public static string NameOf(PhoneType type) => type switch
    {
        PhoneType.Phone => "phone",
        PhoneType.Mobile => "mobile",
        PhoneType.Fax => "fax",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such type of phone."),
    };

    public static PhoneType TypeOf(string? name) => name switch
    {
        "phone" => PhoneType.Phone,
        "mobile" => PhoneType.Mobile,
        "fax" => PhoneType.Fax,
        _ => throw new ArgumentOutOfRangeException(nameof(name), "No such type of phone."),
    };
}
