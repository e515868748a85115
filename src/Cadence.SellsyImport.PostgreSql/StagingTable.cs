namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// The temporary table that a batch is copied to. It lives as long as the transaction. Its columns are those that <see cref="LeadCopy"/>
/// writes, in the same order.
/// </summary>
internal static class StagingTable
{
    public const string Name = "pg_temp.cadence_import_staging";

    public const int Columns = 42;

    public const string Create = $"""
        CREATE TEMPORARY TABLE cadence_import_staging (
            position integer,
            row bigint,
            sellsy_contact_id text COLLATE "C",
            first_name text,
            last_name text,
            owner_id text,
            owner_name text,
            owner_sellsy_id text,
            civility text,
            job_position text,
            emails jsonb,
            phones jsonb,
            linkedin text,
            website text,
            birthday date,
            tags jsonb,
            created_in_sellsy timestamp without time zone,
            modified_in_sellsy timestamp without time zone,
            email_consent boolean,
            sms_consent boolean,
            custom_values jsonb,
            unmapped_values jsonb,
            unread_values jsonb,
            note text,
            has_company boolean,
            company_name_key text COLLATE "C",
            company_sellsy_id text COLLATE "C",
            company_name text,
            company_email text,
            company_phone_type text,
            company_phone_text text,
            company_phone_e164 text,
            company_website text,
            company_size text,
            company_type text,
            company_address_lines jsonb,
            company_zip_code text,
            company_city text,
            company_state text,
            company_country text,
            company_siren text,
            company_siret text
        ) ON COMMIT DROP
        """;

    public const string Copy = $"COPY {Name} FROM STDIN (FORMAT BINARY)";
}
