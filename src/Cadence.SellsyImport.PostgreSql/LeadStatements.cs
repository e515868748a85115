namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The statements that read and write leads.</summary>
internal sealed class LeadStatements(string schema)
{
    /// <summary>The temporary table that changed leads are copied to. It lives as long as the transaction.</summary>
    private const string Staging = "cadence_import_staging";

    private const string OtherCompany =
        """
        coalesce(other.company_as_told, json_strip_nulls(json_build_object(
            'sellsy_id', company.sellsy_id, 'name', company.name, 'email', company.email,
            'phone', CASE WHEN company.phone_type IS NOT NULL THEN json_build_object(
                'type', company.phone_type, 'text', company.phone_text, 'e164', company.phone_e164) END,
            'website', company.website, 'size', company.size, 'type', company.type, 'address_lines', company.address_lines,
            'zip_code', company.zip_code, 'city', company.city, 'state', company.state, 'country', company.country,
            'siren', company.siren, 'siret', company.siret)))
        """;

    /// <summary>Finds which contacts exist, and the cadences that are running for them. $1: the contacts, $2: their account.</summary>
    public string Find { get; } =
        $"""
        SELECT leads.sellsy_contact_id, lead_cadences.cadence
        FROM {schema}.leads LEFT JOIN {schema}.lead_cadences ON lead_cadences.lead_id = leads.id
        WHERE leads.sellsy_contact_id = ANY ($1) AND leads.sellsy_account = $2
        ORDER BY leads.id, lead_cadences.cadence
        """;

    /// <summary>Whole leads, as <see cref="LeadReader"/> reads them. $1: the contacts, $2: their account.</summary>
    public string Read { get; } =
        $"""
        SELECT
            leads.id, leads.version, leads.edits, leads.created_by_import, leads.created_by_batch,
            leads.sellsy_contact_id, leads.first_name, leads.last_name, leads.owner_id, leads.owner_name, leads.owner_sellsy_id,
            leads.civility, leads.job_position, leads.emails, leads.phones, leads.linkedin, leads.website, leads.birthday, leads.tags,
            leads.created_in_sellsy, leads.modified_in_sellsy, leads.email_consent, leads.sms_consent, leads.custom_values,
            leads.unmapped_values, leads.unread_values, leads.note, leads.company_as_told,
            company.id, {CompanyColumns.Of("company.")},
            users.first_name, users.last_name, users.email, users.sellsy_id, users.is_active, users.sellsy_ids,
            (SELECT array_agg(cadence ORDER BY cadence) FROM {schema}.lead_cadences WHERE lead_id = leads.id),
            (SELECT json_agg({OtherCompany} ORDER BY other.position)
                FROM {schema}.lead_other_companies AS other JOIN {schema}.companies AS company ON company.id = other.company_id
                WHERE other.lead_id = leads.id)
        FROM {schema}.leads
        JOIN {schema}.users ON users.id = leads.owner_id
        LEFT JOIN {schema}.companies AS company ON company.id = leads.company_id
        WHERE leads.sellsy_contact_id = ANY ($1) AND leads.sellsy_account = $2
        ORDER BY leads.id
        """;

    /// <summary>Locks leads until the commit, and returns their versions and whether they have cadences. $1: the contacts, $2: their account.</summary>
    public string Hold { get; } =
        $"""
        SELECT leads.id, leads.sellsy_contact_id, leads.version,
            CASE WHEN company.sellsy_id IS NULL AND company.name_key IS NULL THEN company.id END,
            EXISTS (SELECT FROM {schema}.lead_cadences WHERE lead_id = leads.id)
        FROM {schema}.leads LEFT JOIN {schema}.companies AS company ON company.id = leads.company_id
        WHERE leads.sellsy_contact_id = ANY ($1) AND leads.sellsy_account = $2
        ORDER BY leads.id
        FOR UPDATE OF leads
        """;

    public string Add { get; } = $"COPY {schema}.leads ({LeadColumns.All}, {LeadColumns.Created}) FROM STDIN (FORMAT BINARY)";

    public string CreateStaging { get; } =
        $"CREATE TEMPORARY TABLE {Staging} ON COMMIT DROP AS SELECT {LeadColumns.All}, id FROM {schema}.leads WITH NO DATA";

    public string Stage { get; } = $"COPY pg_temp.{Staging} ({LeadColumns.All}, id) FROM STDIN (FORMAT BINARY)";

    /// <summary>Returns the id and the new version of each lead.</summary>
    public string Change { get; } =
        $"""
        UPDATE {schema}.leads SET {LeadColumns.SetFrom("staged")}, version = {SchemaTriggers.NextVersion("leads.version")}
        FROM pg_temp.{Staging} AS staged WHERE leads.id = staged.id
        RETURNING leads.id, leads.version
        """;

    /// <summary>$1: the leads' ids.</summary>
    public string RemoveOtherCompanies { get; } = $"DELETE FROM {schema}.lead_other_companies WHERE lead_id = ANY ($1)";

    /// <summary>$1: the contacts, $2: the positions, $3: the companies, $4: their incoming values; one element for each further company. $5: the account of the contacts.</summary>
    public string AddOtherCompanies { get; } =
        $"""
        INSERT INTO {schema}.lead_other_companies (lead_id, position, company_id, company_as_told)
        SELECT leads.id, other.position, other.company_id, other.company_as_told::json
        FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::text[]) AS other (contact, position, company_id, company_as_told)
        JOIN {schema}.leads ON leads.sellsy_contact_id = other.contact AND leads.sellsy_account = $5
        """;

    /// <summary>$1: the leads' ids.</summary>
    public string Remove { get; } = $"DELETE FROM {schema}.leads WHERE id = ANY ($1)";

    /// <summary>$1 to $7: the distinct owners.</summary>
    public string AddOwners { get; } =
        $"""
        INSERT INTO {schema}.users ({UserRows.Columns})
        SELECT * FROM {UserRows.Unnested} AS owner ({UserRows.Columns})
        WHERE NOT EXISTS (SELECT FROM {schema}.users WHERE users.id = owner.id)
        ON CONFLICT (id) DO NOTHING
        """;

    /// <summary>Locks owners against removal until the commit. $1: their ids.</summary>
    public string KeepOwners { get; } =
        $"SELECT count(*) FROM (SELECT FROM {schema}.users WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE) AS kept";
}
