using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The imports of the ledger and their plans.</summary>
internal sealed class ImportTable(SqliteSession session)
{
    private readonly SqliteStatement _find = session.Prepare($"SELECT {ImportRow.Columns} FROM imports WHERE import_id = ?1");

    private readonly SqliteStatement _findByPlan = session.Prepare(
        $"""
        SELECT {ImportRow.Columns} FROM imports
        WHERE plan_hash = ?1 AND (state IN ('running', 'interrupted')
            OR (state = 'finished' AND EXISTS (SELECT 1 FROM import_plans WHERE import = imports.id AND plan = ?2)))
        ORDER BY state = 'finished', started_at DESC, id DESC LIMIT 1
        """);

    private readonly SqliteStatement _all = session.Prepare(
        $"""
        SELECT {ImportRow.Columns} FROM imports
        WHERE is_purged = 0 AND (?1 IS NULL OR customer = ?1) AND (?2 IS NULL OR state IN (SELECT value FROM json_each(?2)))
        ORDER BY started_at DESC, id DESC
        """);

    private readonly SqliteStatement _add = session.Prepare(
        """
        INSERT INTO imports (
            import_id, file_name, file_hash, file_location, mapping_hash, existing_leads, plan_hash, started_at, started_by, state,
            lease_token, lease_holder, lease_taken_at, lease_expires_at, customer, sellsy_account)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'running', ?10, ?11, ?12, ?13, ?14, ?15)
        """);

    private readonly SqliteStatement _setPlan = session.Prepare("INSERT OR REPLACE INTO import_plans (import, plan) VALUES (?1, ?2)");

    private readonly SqliteStatement _findPlan = session.Prepare(
        "SELECT plan FROM import_plans WHERE import = (SELECT id FROM imports WHERE import_id = ?1)");

    private readonly SqliteStatement _replacePlan = session.Prepare(
        "UPDATE import_plans SET plan = ?3 WHERE import = (SELECT id FROM imports WHERE import_id = ?1) AND plan = ?2");

    private readonly SqliteStatement _lease = session.Prepare(
        """
        UPDATE imports SET lease_token = ?2, lease_holder = ?3, lease_taken_at = ?4, lease_expires_at = ?5, state = ?6, ended_at = NULL,
            cancel_requested_at = iif(lease_token = ?2, cancel_requested_at, NULL), cancel_requested_by = iif(lease_token = ?2, cancel_requested_by, NULL)
        WHERE id = ?1
        """);

    private readonly SqliteStatement _requestCancel = session.Prepare(
        "UPDATE imports SET cancel_requested_at = ?2, cancel_requested_by = ?3 WHERE id = ?1");

    private readonly SqliteStatement _advance = session.Prepare(
        """
        UPDATE imports SET batches = max(batches, ?2), rows_read = rows_read + ?3, added = added + ?4, updated = updated + ?5,
            unchanged = unchanged + ?6, skipped = skipped + ?7, errors = errors + ?8
        WHERE id = ?1
        """);

    private readonly SqliteStatement _renew = session.Prepare(
        """
        UPDATE imports SET lease_holder = ?2, lease_taken_at = ?3, lease_expires_at = ?4,
            next_row = coalesce(?5, next_row), next_line = coalesce(?6, next_line), next_byte = coalesce(?7, next_byte)
        WHERE id = ?1
        """);

    private readonly SqliteStatement _end = session.Prepare(
        """
        UPDATE imports SET state = ?2, ended_at = ?3, lease_holder = NULL, lease_taken_at = NULL, lease_expires_at = NULL,
            companies_removed = ?4, companies_kept = ?5
        WHERE id = ?1
        """);

    private readonly Utf8Buffer _json = new();

    public StoredImport? Find(string importId) => First(_find, importId);

    /// <summary>The newest import that a plan would resume, else the newest that is finished and had the same plan.</summary>
    public StoredImport? FindByPlan(ImportStart start)
    {
        _findByPlan.BindBlob(2, start.Plan.Span);
        return First(_findByPlan, start.PlanHash);
    }

    public List<LedgerImport> All(ImportFilter? filter)
    {
        List<LedgerImport> imports = [];
        _all.Bind(1, filter?.Customer);
        if (filter is { States.IsEmpty: false })
        {
            _json.Clear();
            _json.AppendTexts([.. filter.States.Select(EnumNames.Of)]);
            _all.Bind(2, _json.Written);
        }

        while (_all.Read())
        {
            imports.Add(ImportRow.Read(_all).Import);
        }

        _all.Reset();
        return imports;
    }

    /// <summary>Adds an import without a plan, which only <see cref="ILeadSink.AddAsync"/> does.</summary>
    public long Add(ImportInfo import) => Add(import, planHash: null, lease: null);

    public void Add(ImportStart start, DateTimeOffset now) =>
        SetPlan(Add(start.Import, start.PlanHash, start.Lease.TakenAt(now)), start.Plan.Span);

    /// <summary>Stores the plan that an import follows and replaces an earlier one.</summary>
    public void SetPlan(long import, ReadOnlySpan<byte> plan)
    {
        _setPlan.Bind(1, import);
        _setPlan.BindBlob(2, plan);
        _setPlan.Run();
    }

    public byte[] Plan(string importId)
    {
        _findPlan.Bind(1, importId);
        var plan = _findPlan.Read() ? _findPlan.Blob(0) : [];
        _findPlan.Reset();
        return plan;
    }

    public bool ReplacePlan(string importId, ReadOnlySpan<byte> plan, ReadOnlySpan<byte> replacement)
    {
        _replacePlan.Bind(1, importId);
        _replacePlan.BindBlob(2, plan);
        _replacePlan.BindBlob(3, replacement);
        _replacePlan.Run();
        return session.RowsChanged > 0;
    }

    /// <summary>Grants the lease and sets the matching state.</summary>
    public void Lease(long import, ImportLease lease, ImportState state)
    {
        _lease.Bind(1, import);
        BindLease(_lease, 2, lease);
        _lease.Bind(6, EnumNames.Of(state));
        _lease.Run();
    }

    public void RequestCancel(long import, CancelRequest request)
    {
        _requestCancel.Bind(1, import);
        _requestCancel.Bind(2, StoredTime.Of(request.RequestedAt));
        _requestCancel.Bind(3, request.RequestedBy);
        _requestCancel.Run();
    }

    /// <summary>Adds the counts of a batch to its import.</summary>
    public void Advance(BatchOrigin batch, ImportCounts counts)
    {
        _advance.Bind(1, batch.Import);
        _advance.Bind(2, batch.Batch);
        _advance.Bind(3, counts.Read);
        _advance.Bind(4, counts.Added);
        _advance.Bind(5, counts.Updated);
        _advance.Bind(6, counts.Unchanged);
        _advance.Bind(7, counts.Skipped);
        _advance.Bind(8, counts.Errors);
        _advance.Run();
    }

    /// <summary>Renews the lease, and updates the position to continue from if one is given.</summary>
    public void Renew(long import, ImportLease lease, RowPosition? next)
    {
        _renew.Bind(1, import);
        _renew.Bind(2, lease.Holder);
        _renew.Bind(3, StoredTime.Of(lease.TakenAt));
        _renew.Bind(4, StoredTime.Of(lease.ExpiresAt));
        _renew.Bind(5, next?.Number);
        _renew.Bind(6, next?.Line);
        _renew.Bind(7, next?.ByteOffset);
        _renew.Run();
    }

    /// <summary>Releases the lease. Its token stays, so that the same holder can report the end twice.</summary>
    public void End(long import, ImportState state, DateTimeOffset? endedAt, UndoneCompanies? companies = null)
    {
        _end.Bind(1, import);
        _end.Bind(2, EnumNames.Of(state));
        _end.Bind(3, endedAt is { } time ? StoredTime.Of(time) : null);
        _end.Bind(4, companies?.Removed);
        _end.Bind(5, companies?.Kept);
        _end.Run();
    }

    private static StoredImport? First(SqliteStatement statement, string key)
    {
        statement.Bind(1, key);
        var import = statement.Read() ? ImportRow.Read(statement) : null;
        statement.Reset();
        return import;
    }

    private static void BindLease(SqliteStatement statement, int first, ImportLease lease)
    {
        statement.Bind(first, lease.Token);
        statement.Bind(first + 1, lease.Holder);
        statement.Bind(first + 2, StoredTime.Of(lease.TakenAt));
        statement.Bind(first + 3, StoredTime.Of(lease.ExpiresAt));
    }

    private long Add(ImportInfo import, string? planHash, ImportLease? lease)
    {
        _add.Bind(1, import.ImportId);
        _add.Bind(2, import.FileName);
        _add.Bind(3, import.FileHash);
        _add.Bind(4, import.FileLocation);
        _add.Bind(5, import.MappingHash);
        _add.Bind(6, EnumNames.Of(import.ExistingLeads));
        _add.Bind(7, planHash);
        _add.Bind(8, StoredTime.Of(import.StartedAt));
        _add.Bind(9, import.StartedBy);
        if (lease is not null)
        {
            BindLease(_add, 10, lease);
        }

        _add.Bind(14, import.Customer);
        _add.Bind(15, import.SellsyAccount);
        _add.Run();
        return session.LastInsertedId;
    }
}
