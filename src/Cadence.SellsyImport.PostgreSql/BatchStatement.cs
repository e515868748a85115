namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// From the staging table to owners, companies, leads and the ledger, in one statement that returns what became of each entry.
/// $1: the import's id, $2: the batch's number, $3 and $4: its first and last row, $5 to $9: the distinct owners.
/// </summary>
internal static class BatchStatement
{
    private static readonly string[] Company =
    [
        "sellsy_id", "name", "email", "phone_type", "phone_text", "phone_e164", "website", "size", "type", "address_lines", "zip_code",
        "city", "state", "country", "siren", "siret",
    ];

    private static readonly string[] Lead =
    [
        "sellsy_contact_id", "first_name", "last_name", "owner_id", "owner_name", "owner_sellsy_id", "civility", "job_position", "emails",
        "phones", "linkedin", "website", "birthday", "tags", "created_in_sellsy", "modified_in_sellsy", "email_consent", "sms_consent",
        "custom_values", "unmapped_values", "unread_values", "note",
    ];

    private static readonly string CompanyColumns = Columns(Company, "");
    private static readonly string StagedColumns = Columns(Company, "company_");
    private static readonly string ToldColumns = Columns(Company, "fresh.company_");
    private static readonly string KnownColumns = Columns(Company, "known.");

    private const string CompanyAsTold =
        """
        jsonb_strip_nulls(jsonb_build_object(
            'sellsy_id', fresh.company_sellsy_id, 'name', fresh.company_name, 'email', fresh.company_email,
            'phone', CASE WHEN fresh.company_phone_type IS NOT NULL THEN jsonb_build_object(
                'type', fresh.company_phone_type, 'text', fresh.company_phone_text, 'e164', fresh.company_phone_e164) END,
            'website', fresh.company_website, 'size', fresh.company_size, 'type', fresh.company_type,
            'address_lines', fresh.company_address_lines, 'zip_code', fresh.company_zip_code, 'city', fresh.company_city,
            'state', fresh.company_state, 'country', fresh.company_country, 'siren', fresh.company_siren, 'siret', fresh.company_siret))
        """;

    // A contact that is there, or stands twice in the batch, is no fresh one, so that it leaves neither a lead nor a new company behind.
    // A company that a host's own program adds at the same moment is found by the update that changes nothing.
    public static string Text(string schema) => $"""
        WITH import AS MATERIALIZED (
            SELECT id FROM {schema}.imports WHERE import_id = $1
        ), earlier AS MATERIALIZED (
            SELECT outcomes FROM {schema}.import_batches WHERE import = (SELECT id FROM import) AND number = $2
        ), owners AS (
            INSERT INTO {schema}.users (id, first_name, last_name, email, sellsy_id)
            SELECT * FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
                AS owner (id, first_name, last_name, email, sellsy_id)
            WHERE NOT EXISTS (SELECT FROM earlier) AND NOT EXISTS (SELECT FROM {schema}.users WHERE users.id = owner.id)
            ON CONFLICT (id) DO NOTHING
        ), fresh AS MATERIALIZED (
            SELECT DISTINCT ON (staged.sellsy_contact_id) staged.*
            FROM {StagingTable.Name} AS staged
            WHERE NOT EXISTS (SELECT FROM earlier)
                AND NOT EXISTS (SELECT FROM {schema}.leads WHERE leads.sellsy_contact_id = staged.sellsy_contact_id)
            ORDER BY staged.sellsy_contact_id, staged.position
        ), added_by_id AS (
            INSERT INTO {schema}.companies ({CompanyColumns}, created_by_import, created_by_batch)
            SELECT {StagedColumns}, (SELECT id FROM import), $2
            FROM (
                SELECT DISTINCT ON (company_sellsy_id) * FROM fresh
                WHERE company_sellsy_id IS NOT NULL
                    AND NOT EXISTS (SELECT FROM {schema}.companies WHERE companies.sellsy_id = fresh.company_sellsy_id)
                ORDER BY company_sellsy_id, position
            ) AS first
            ORDER BY position
            ON CONFLICT (sellsy_id) DO UPDATE SET sellsy_id = excluded.sellsy_id
            RETURNING id, {CompanyColumns}
        ), added_by_name AS (
            INSERT INTO {schema}.companies ({CompanyColumns}, name_key, created_by_import, created_by_batch)
            SELECT {StagedColumns}, company_name_key, (SELECT id FROM import), $2
            FROM (
                SELECT DISTINCT ON (company_name_key) * FROM fresh
                WHERE company_sellsy_id IS NULL AND company_name_key IS NOT NULL
                    AND NOT EXISTS (SELECT FROM {schema}.companies WHERE companies.name_key = fresh.company_name_key)
                ORDER BY company_name_key, position
            ) AS first
            ORDER BY position
            ON CONFLICT (name_key) DO UPDATE SET name_key = excluded.name_key
            RETURNING id, name_key, {CompanyColumns}
        ), alone AS MATERIALIZED (
            SELECT position, nextval(pg_get_serial_sequence('{schema.Replace("'", "''", StringComparison.Ordinal)}.companies', 'id')) AS id
            FROM fresh
            WHERE has_company AND company_sellsy_id IS NULL AND company_name_key IS NULL
        ), added_alone AS (
            INSERT INTO {schema}.companies (id, {CompanyColumns}, created_by_import, created_by_batch)
            SELECT alone.id, {StagedColumns}, (SELECT id FROM import), $2 FROM fresh JOIN alone ON alone.position = fresh.position
        ), known AS (
            SELECT fresh.position, known.id, {KnownColumns}
            FROM fresh JOIN {schema}.companies AS known ON known.sellsy_id = fresh.company_sellsy_id
            UNION ALL
            SELECT fresh.position, known.id, {KnownColumns}
            FROM fresh JOIN added_by_id AS known ON known.sellsy_id = fresh.company_sellsy_id
            UNION ALL
            SELECT fresh.position, known.id, {KnownColumns}
            FROM fresh JOIN {schema}.companies AS known ON known.name_key = fresh.company_name_key AND fresh.company_sellsy_id IS NULL
            UNION ALL
            SELECT fresh.position, known.id, {KnownColumns}
            FROM fresh JOIN added_by_name AS known ON known.name_key = fresh.company_name_key AND fresh.company_sellsy_id IS NULL
        ), added AS (
            INSERT INTO {schema}.leads (
                {Columns(Lead, "")},
                company_id, company_as_told, created_by_import, created_by_batch, created_from_row)
            SELECT
                {Columns(Lead, "fresh.")},
                coalesce(known.id, alone.id),
                CASE WHEN known.id IS NOT NULL AND ROW ({ToldColumns}) IS DISTINCT FROM ROW ({KnownColumns}) THEN {CompanyAsTold} END,
                (SELECT id FROM import), $2, fresh.row
            FROM fresh LEFT JOIN known ON known.position = fresh.position LEFT JOIN alone ON alone.position = fresh.position
            ORDER BY fresh.position
            ON CONFLICT (sellsy_contact_id) DO NOTHING
            RETURNING sellsy_contact_id
        ), told AS (
            SELECT staged.position, added.sellsy_contact_id IS NOT NULL AS is_added
            FROM {StagingTable.Name} AS staged
            LEFT JOIN fresh ON fresh.position = staged.position
            LEFT JOIN added ON added.sellsy_contact_id = fresh.sellsy_contact_id
        ), ledger AS (
            INSERT INTO {schema}.import_batches (import, number, first_row, last_row, added, already_present, outcomes)
            SELECT (SELECT id FROM import), $2, $3, $4, counted.added, counted.already_present, counted.outcomes
            FROM (
                SELECT
                    count(*) FILTER (WHERE is_added) AS added,
                    count(*) FILTER (WHERE NOT is_added) AS already_present,
                    coalesce(
                        string_agg(CASE WHEN is_added THEN '\x00'::bytea ELSE '\x01'::bytea END, ''::bytea ORDER BY position),
                        ''::bytea) AS outcomes
                FROM told
            ) AS counted
            WHERE NOT EXISTS (SELECT FROM earlier)
            RETURNING outcomes
        )
        SELECT outcomes FROM earlier UNION ALL SELECT outcomes FROM ledger
        """;

    private static string Columns(string[] names, string prefix) => string.Join(", ", names.Select(name => prefix + name));
}
