namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The statements that remove a person, or old imports, from the ledger.</summary>
internal sealed class ForgetStatements(string schema)
{
    /// <summary>$1: the contact, $2: its account.</summary>
    public string Rows { get; } =
        $"""
        SELECT import_id, created.row
        FROM {schema}.import_batches JOIN {schema}.imports ON imports.id = import,
            unnest(created_rows, created_contacts) AS created (row, contact)
        WHERE created_contacts @> ARRAY[$1] AND created.contact = $1 AND sellsy_account = $2
        UNION
        SELECT import_id, row FROM {schema}.import_changes JOIN {schema}.imports ON imports.id = import WHERE sellsy_contact_id = $1 AND NOT is_purged
            AND sellsy_account = $2
        """;

    /// <summary>$1: the contact, $2: its account.</summary>
    public string Created { get; } =
        $"""
        UPDATE {schema}.import_batches SET created_contacts = array_replace(created_contacts, $1, '')
        WHERE created_contacts @> ARRAY[$1] AND import IN (SELECT id FROM {schema}.imports WHERE sellsy_account = $2)
        """;

    /// <summary>$1: the contact, $2: its account.</summary>
    public string Undone { get; } =
        $$"""
        UPDATE {{schema}}.import_batches
        SET undone = (
            SELECT jsonb_agg(CASE WHEN one ->> 'SellsyContactId' = $1 THEN jsonb_set(one, '{SellsyContactId}', '""') ELSE one END ORDER BY place)::text
            FROM jsonb_array_elements(undone::jsonb) WITH ORDINALITY AS entry (one, place))
        WHERE undone IS NOT NULL AND undone::jsonb @> jsonb_build_array(jsonb_build_object('SellsyContactId', $1))
            AND import IN (SELECT id FROM {{schema}}.imports WHERE sellsy_account = $2)
        """;

    /// <summary>$1: the contact, $2: its account.</summary>
    public string Changes { get; } =
        $"""
        UPDATE {schema}.import_changes SET sellsy_contact_id = '', lead_id = 0, company_before = NULL, before = '', after = ''
        WHERE sellsy_contact_id = $1 AND import IN (SELECT id FROM {schema}.imports WHERE sellsy_account = $2)
        """;

    /// <summary>
    /// The row of a purged import stays, without anything of it but its state, times and counts: leads and companies refer to it. $1: before when it ended.
    /// </summary>
    public string Purge { get; } =
        $"""
        UPDATE {schema}.imports SET is_purged = true, import_id = 'purged:' || id || ':' || import_id, file_name = '', file_hash = '',
            file_location = NULL, mapping_hash = '', plan_hash = '', plan = '', started_by = NULL, customer = NULL, cancel_requested_by = NULL,
            last_token = NULL
        WHERE NOT is_purged AND state IN ('finished', 'ended', 'undone') AND ended_at < $1
        """;

    /// <summary>
    /// Drops what purged imports had. The contacts of their changes stay as long as an import that started before they ended is there and could be undone.
    /// </summary>
    public string DropParts { get; } =
        $"""
        DELETE FROM {schema}.import_records WHERE import IN (SELECT id FROM {schema}.imports WHERE is_purged);
        DELETE FROM {schema}.import_batches WHERE import IN (SELECT id FROM {schema}.imports WHERE is_purged);
        UPDATE {schema}.import_changes SET company_before = NULL, before = '', after = ''
        WHERE before <> '' AND import IN (SELECT id FROM {schema}.imports WHERE is_purged);
        DELETE FROM {schema}.import_changes WHERE import IN (
            SELECT id FROM {schema}.imports AS purged
            WHERE is_purged AND (state = 'undone' OR NOT EXISTS (
                SELECT FROM {schema}.imports AS kept WHERE NOT kept.is_purged AND kept.state <> 'undone'
                    AND (kept.id < purged.id OR kept.started_at < purged.ended_at))))
        """;

    /// <summary>$1: the import's id, $2: the plan as it was read, $3: the plan in its place.</summary>
    public string ReplacePlan { get; } = $"UPDATE {schema}.imports SET plan = $3 WHERE import_id = $1 AND plan = $2";

    /// <summary>$1: the import's id, $2: the batch, $3: its stage, $4: its content as it was read, $5: the content in its place.</summary>
    public string ReplaceContent { get; } =
        $"""
        UPDATE {schema}.import_records SET content = $5 FROM {schema}.imports
        WHERE imports.id = import AND import_id = $1 AND number = $2 AND stage = $3 AND content = $4
        """;
}
