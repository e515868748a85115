namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The statements of the ledger.</summary>
internal sealed class LedgerStatements(string schema)
{
    private static string Columns(string schema) =>
        $"""
        id, import_id, file_name, file_hash, file_location, mapping_hash, existing_leads, plan_hash, started_at, started_by, state, ended_at,
        lease_token, lease_holder, lease_taken_at, lease_expires_at, last_token, batches, next_row, next_line, next_byte, rows_read, added,
        updated, unchanged, skipped, errors, {RecordStatements.IsInDoubt(schema)}, customer, cancel_requested_at, cancel_requested_by, sellsy_account
        """;

    /// <summary>$1: the customer, or NULL for all. $2: the states, or NULL for all.</summary>
    public string All { get; } =
        $"SELECT {Columns(schema)} FROM {schema}.imports WHERE NOT is_purged AND ($1 IS NULL OR customer = $1) AND ($2 IS NULL OR state = ANY ($2)) ORDER BY id DESC";

    /// <summary>$1: the import's id.</summary>
    public string Find { get; } = $"SELECT {Columns(schema)} FROM {schema}.imports WHERE import_id = $1";

    /// <summary>$1: the hash of a plan, $2: the plan.</summary>
    public string FindByPlan { get; } =
        $"""
        SELECT {Columns(schema)} FROM {schema}.imports
        WHERE plan_hash = $1 AND (state IN ('running', 'interrupted') OR (state = 'finished' AND plan = $2))
        ORDER BY state = 'finished', id DESC LIMIT 1
        """;

    /// <summary>$1: the import's id.</summary>
    public string Plan { get; } = $"SELECT plan FROM {schema}.imports WHERE import_id = $1";

    /// <summary>$1: the import's id.</summary>
    public string Batches { get; } =
        $"""
        SELECT number, first_row, row_outcomes, refused_rows, refused_outcomes
        FROM {schema}.import_batches JOIN {schema}.imports ON imports.id = import WHERE import_id = $1 ORDER BY number
        """;

    /// <summary>$1: the import's number, $2: the batch's.</summary>
    public string Outcomes { get; } = $"SELECT outcomes FROM {schema}.import_batches WHERE import = $1 AND number = $2";

    /// <summary>$1 to $12: the columns in the order of the statement.</summary>
    public string Start { get; } =
        $"""
        INSERT INTO {schema}.imports (
            import_id, file_name, file_hash, file_location, mapping_hash, existing_leads, started_at, started_by, plan_hash, plan, customer, sellsy_account, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'running')
        """;

    /// <summary>$1: the import's number, $2: the plan that it follows, which does not replace the present one if a batch was begun.</summary>
    public string SetPlan { get; } =
        $"UPDATE {schema}.imports SET plan = $2 WHERE id = $1 AND batches = 0 AND NOT {RecordStatements.IsInDoubt(schema)}";

    /// <summary>$1: the import's number, $2: the state, $3 to $6: token, holder, start and end of the lease.</summary>
    public string Take { get; } =
        $"""
        UPDATE {schema}.imports SET state = $2, ended_at = NULL,
            lease_token = $3, lease_holder = $4, lease_taken_at = $5, lease_expires_at = $6, last_token = $3,
            cancel_requested_at = CASE WHEN last_token = $3 THEN cancel_requested_at END,
            cancel_requested_by = CASE WHEN last_token = $3 THEN cancel_requested_by END
        WHERE id = $1
        """;

    /// <summary>$1: the import's number, $2: when it was asked to stop, $3: by whom.</summary>
    public string RequestCancel { get; } = $"UPDATE {schema}.imports SET cancel_requested_at = $2, cancel_requested_by = $3 WHERE id = $1";

    /// <summary>$1: the import's number, $2: the state, $3: when it ended.</summary>
    public string End { get; } =
        $"""
        UPDATE {schema}.imports SET state = $2, ended_at = $3,
            lease_token = NULL, lease_holder = NULL, lease_taken_at = NULL, lease_expires_at = NULL
        WHERE id = $1
        """;

    /// <summary>$1 and $2: import and batch, $3 to $9: the columns in the order of the statement.</summary>
    public string AddBatch { get; } =
        $"""
        INSERT INTO {schema}.import_batches (
            import, number, first_row, row_outcomes, refused_rows, refused_outcomes, outcomes, created_rows, created_contacts)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <summary>$1: the import's number, $2 to $7: by how much its counts grow.</summary>
    public string Count { get; } =
        $"""
        UPDATE {schema}.imports SET batches = batches + 1, rows_read = rows_read + $2, added = added + $3, updated = updated + $4,
            unchanged = unchanged + $5, skipped = skipped + $6, errors = errors + $7
        WHERE id = $1
        """;

    /// <summary>$1: the import's number, $2 and $3: start and end of the lease, $4 to $6: the position to continue from.</summary>
    public string Advance { get; } =
        $"""
        UPDATE {schema}.imports SET lease_taken_at = $2, lease_expires_at = $3, next_row = $4, next_line = $5, next_byte = $6 WHERE id = $1
        """;

    public string AddChanges { get; } =
        $"COPY {schema}.import_changes (import, batch, row, lead_id, sellsy_contact_id, company_before, before, after) FROM STDIN (FORMAT BINARY)";
}
