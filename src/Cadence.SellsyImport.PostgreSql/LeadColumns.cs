namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The columns of a lead that come from its row, in the order in which <see cref="LeadCopy"/> writes them.</summary>
internal static class LeadColumns
{
    public const int Count = 25;

    /// <summary>The further columns of a new lead. A default that is computed for each row would make the server store one row at a time.</summary>
    public const string Created = "created_by_import, created_by_batch, created_from_row, version";

    private static readonly string[] Names =
    [
        "sellsy_contact_id", "sellsy_account", "first_name", "last_name", "owner_id", "owner_name", "owner_sellsy_id", "civility", "job_position", "emails",
        "phones", "linkedin", "website", "birthday", "tags", "created_in_sellsy", "modified_in_sellsy", "email_consent", "sms_consent",
        "custom_values", "unmapped_values", "unread_values", "note", "company_id", "company_as_told",
    ];

    public static string All { get; } = string.Join(", ", Names);

    /// <summary>Sets each column to the column of the same name in another table.</summary>
    public static string SetFrom(string table) => string.Join(", ", Names.Select(name => $"{name} = {table}.{name}"));
}
