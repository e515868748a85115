namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The statements that undo an import.</summary>
internal sealed class UndoStatements(string schema)
{
    /// <summary>$1: the numbers of imports.</summary>
    public string ImportIds { get; } = $"SELECT id, import_id FROM {schema}.imports WHERE id = ANY ($1) AND state <> 'undone'";

    /// <summary>The newest batch that is not undone. $1: the import's number.</summary>
    public string NewestBatch { get; } =
        $"""
        SELECT number, created_rows, created_contacts FROM {schema}.import_batches
        WHERE import = $1 AND undone IS NULL ORDER BY number DESC LIMIT 1
        """;

    /// <summary>What a batch changed. $1: the import's number, $2: the batch's.</summary>
    public string Changes { get; } =
        $"SELECT id, row, lead_id, sellsy_contact_id, before, after FROM {schema}.import_changes WHERE import = $1 AND batch = $2 ORDER BY id";

    /// <summary>
    /// The rows of companies with neither id nor name that leads had before a batch changed them. $1: the import's number, $2: the batch's.
    /// </summary>
    public string CompaniesBefore { get; } =
        $"""
        SELECT sellsy_contact_id, company_before FROM {schema}.import_changes
        WHERE import = $1 AND batch = $2 AND company_before IS NOT NULL
        """;

    /// <summary>
    /// The latest later change of each lead by another import that is not undone. $1: the import's number, $2: the leads' ids, $3: for each
    /// of them the change after which one is later.
    /// </summary>
    public string LaterImports { get; } =
        $"""
        SELECT DISTINCT ON (change.lead_id) change.lead_id, imports.import_id
        FROM unnest($2::bigint[], $3::bigint[]) AS lead (id, change)
        JOIN {schema}.import_changes AS change ON change.lead_id = lead.id AND change.id > lead.change AND change.import <> $1
        LEFT JOIN {schema}.import_batches AS batch ON batch.import = change.import AND batch.number = change.batch
        JOIN {schema}.imports ON imports.id = change.import
        WHERE batch.undone IS NULL
        ORDER BY change.lead_id, change.id DESC
        """;

    /// <summary>$1: the import's number, $2: the batch's, $3: the outcomes of its leads.</summary>
    public string SetUndone { get; } = $"UPDATE {schema}.import_batches SET undone = $3 WHERE import = $1 AND number = $2";

    /// <summary>$1: the import's id, $2: the batch's number.</summary>
    public string IsUndone { get; } =
        $"""
        SELECT EXISTS (SELECT FROM {schema}.import_batches JOIN {schema}.imports ON imports.id = import
            WHERE import_id = $1 AND number = $2 AND undone IS NOT NULL)
        """;

    /// <summary>$1: the import's number, $2 and $3: start and end of the lease.</summary>
    public string Renew { get; } = $"UPDATE {schema}.imports SET lease_taken_at = $2, lease_expires_at = $3 WHERE id = $1";

    /// <summary>$1: the import's id.</summary>
    public string Undone { get; } =
        $"""
        SELECT undone FROM {schema}.import_batches JOIN {schema}.imports ON imports.id = import
        WHERE import_id = $1 AND undone IS NOT NULL ORDER BY number DESC
        """;

    /// <summary>Locks companies, so that no other transaction can begin to use them. $1: the import's number.</summary>
    public string HoldCompanies { get; } =
        $"SELECT count(*) FROM (SELECT FROM {schema}.companies WHERE {IsOfUndone(schema)} ORDER BY id FOR UPDATE) AS held";

    /// <summary>$1: the import's number.</summary>
    public string RemoveCompanies { get; } =
        $"""
        DELETE FROM {schema}.companies
        WHERE {IsOfUndone(schema)}
            AND NOT EXISTS (SELECT FROM {schema}.leads WHERE company_id = companies.id)
            AND NOT EXISTS (SELECT FROM {schema}.lead_other_companies AS other WHERE other.company_id = companies.id)
        """;

    /// <summary>
    /// Stores how many companies were removed and how many of the import's own remain, and returns both. $1: the import's number, $2: how
    /// many were removed.
    /// </summary>
    public string SetCompanies { get; } =
        $"""
        UPDATE {schema}.imports
        SET companies_removed = $2, companies_kept = (SELECT count(*) FROM {schema}.companies WHERE created_by_import = $1)
        WHERE id = $1
        RETURNING companies_removed, companies_kept
        """;

    /// <summary>$1: the import's id.</summary>
    public string Companies { get; } =
        $"SELECT companies_removed, companies_kept FROM {schema}.imports WHERE import_id = $1 AND companies_removed IS NOT NULL";

    /// <summary>
    /// True for a company that nobody edited and that was created by the import that is being undone, $1, or by an undone import. A company of an
    /// undone import is still there only because a lead of another import used it.
    /// </summary>
    private static string IsOfUndone(string schema) =>
        $"edits = 0 AND created_by_import IN (SELECT id FROM {schema}.imports WHERE id = $1 OR state = 'undone')";
}
